import type { ComponentProps, SubmitEvent } from "react";
import { chain } from "./chain.ts";

/** The attributes of a step's form. `dialog`: Enter before hydration sends what was typed nowhere (AD-51). */
export function formProps(busy: boolean, onSubmit: (event: SubmitEvent<HTMLFormElement>) => void, own: ComponentProps<"form">): ComponentProps<"form"> {
  return { noValidate: true, method: "dialog", "aria-busy": busy, ...own, onSubmit: chain(own.onSubmit, onSubmit) };
}

import type { ReactNode } from "react";
import type { IconName } from "../slots.ts";
import { Drawn } from "./icon.tsx";

const shapes = {
  lock: "M5 7V5a3 3 0 0 1 6 0v2M4.5 7h7c.83 0 1.5.67 1.5 1.5v3.75c0 .83-.67 1.5-1.5 1.5h-7c-.83 0-1.5-.67-1.5-1.5V8.5C3 7.67 3.67 7 4.5 7Z",
  clock: "M8 4.5V8l2.25 1.5M14.25 8a6.25 6.25 0 1 1-12.5 0 6.25 6.25 0 0 1 12.5 0Z",
  check: "m3 8.5 3.25 3.25L13 4.75",
  next: "m6 3.5 4.5 4.5L6 12.5",
  close: "m4 4 8 8m0-8-8 8",
} as const satisfies { readonly [N in IconName]?: string };

/** A sign that only later steps and the dialog show; not in the first chunk. */
export function Sign({ name }: { readonly name: keyof typeof shapes }): ReactNode {
  return <Drawn name={name} d={shapes[name]} mirror={name === "next"} {...(name === "check" ? { pathLength: 1 } : {})} />;
}

import type { ChangeEvent, ComponentProps } from "react";
import type { ControllerRenderProps } from "react-hook-form";
import { chain } from "./chain.ts";

/** What is always so for the one input of a code (ux.md 1.C): a manager finds it, a phone offers digits, nothing is corrected or translated. */
const attributes = {
  type: "text",
  inputMode: "numeric",
  autoComplete: "one-time-code",
  autoCapitalize: "off",
  autoCorrect: "off",
  spellCheck: false,
  enterKeyHint: "done",
  dir: "ltr",
  translate: "no",
  "aria-required": true,
} as const;

/** What a host may add to the code's input; the value and the element are the field's. */
export type OwnInputProps = Omit<ComponentProps<"input">, "ref" | "value" | "defaultValue">;

/** The attributes of a field's elements, for markup of your own. What you hand in is merged: your attributes win, both handlers run. */
export interface CodeProps {
  /** For the one `<input>`. */
  readonly getInputProps: (own?: OwnInputProps) => ComponentProps<"input">;
  /** For the `<form>` around it. */
  readonly getFormProps: (own?: ComponentProps<"form">) => ComponentProps<"form">;
}

interface CodeElement {
  readonly busy: boolean;
  readonly invalid: boolean;
  readonly onChange: (event: ChangeEvent<HTMLInputElement>) => void;
}

type CodeController = ControllerRenderProps<{ readonly otp: string }, "otp">;

export function codeInputProps({ ref, name, value, onBlur }: CodeController, { busy, invalid, onChange }: CodeElement, own: OwnInputProps): ComponentProps<"input"> {
  return { ...attributes, name, readOnly: busy, "aria-invalid": invalid, ...own, ref, value, onChange: chain(own.onChange, onChange), onBlur: chain(own.onBlur, onBlur) };
}

import { CODE_LENGTH, readCode, type Failure } from "@guard/machine";
import { useLayoutEffect, useRef, type ChangeEvent, type FormEvent } from "react";
import { useController, useForm } from "react-hook-form";
import { codeInputProps, type CodeProps } from "./code-props.ts";
import type { Draft } from "./drafts.ts";
import { formProps } from "./form-props.ts";

/** Why what was typed is no code yet. `short` carries nothing: the digits that are there tell. `notDigits`: letters or signs were left out, which may be what is missing. */
export type CodeProblem = "empty" | "short" | "tooLong" | "several" | "notDigits";

export interface CodeField extends CodeProps {
  /** The digits so far, at most six. */
  readonly digits: string;
  /** Seen after a submit or a refused paste, gone at the next keystroke. */
  readonly problem: CodeProblem | undefined;
  /** The server's refusal of the last code, until the next keystroke. */
  readonly failure: Failure | undefined;
  readonly busy: boolean;
  /** Takes a code that nobody typed: out of a message, by the browser. */
  readonly fill: (code: string) => void;
  readonly onSubmit: (event?: FormEvent) => void;
}

export interface CodeEntryOptions {
  /** Judges a code as soon as its sixth digit is there. */
  readonly autoSubmit: boolean;
  /** Keeps what was typed while the field is away with its tab. */
  readonly draft?: Draft | undefined;
  /** Why the last code was refused. */
  readonly failure: Failure | undefined;
  readonly busy: boolean;
  readonly submitCode: (code: string) => void;
}

function problemOf(digits: string, dropped: boolean): CodeProblem | undefined {
  if (digits.length === CODE_LENGTH) return undefined;
  if (dropped) return "notDigits";
  return digits === "" ? "empty" : "short";
}

/** Letters that are typed one by one just don't appear; several at once that bring no digit are a paste, and a paste that does nothing has to say why. */
const bringsNothing = (digits: string, dropped: number, before: string): boolean => dropped > 1 && (digits === "" || digits === before);

/** The code field's behaviour without its looks: reads pasted sentences, judges once by itself at six digits, clears after a refusal. */
export function useCodeEntry({ autoSubmit, draft, failure, busy, submitCode }: CodeEntryOptions): CodeField {
  const form = useForm<{ readonly otp: string }>({ defaultValues: { otp: draft?.read() ?? "" }, reValidateMode: "onSubmit" });
  // Letters were left out of what is being typed; told at the submit, if digits are missing then (C7).
  const dropped = useRef(false);
  const { field, fieldState } = useController({ control: form.control, name: "otp", rules: { validate: (digits) => problemOf(digits, dropped.current) ?? true } });
  const tried = useRef<string>(undefined);
  const caret = useRef<{ readonly input: HTMLInputElement; readonly at: number }>(undefined);

  // React puts the caret to the end when a value is not what was typed ("12a" -> "12").
  useLayoutEffect(() => {
    const { input, at } = caret.current ?? {};
    caret.current = undefined;
    if (input && at !== undefined && document.activeElement === input) input.setSelectionRange(at, at);
  });

  const { reset, setFocus } = form;
  const refused = failure?.error.code === "code_invalid" ? failure.id : undefined;
  const answered = useRef(refused);
  useLayoutEffect(() => {
    // A refusal that stood here before the field came back with its tab has been answered to.
    if (answered.current === refused) return;
    answered.current = refused;
    if (refused === undefined) return;
    // First the focus: a reset forgets the fields.
    setFocus("otp");
    reset({ otp: "" });
    draft?.write("");
  }, [refused, reset, setFocus, draft]);

  const submit = (event?: FormEvent): void => {
    const judge = ({ otp }: { readonly otp: string }): void => {
      tried.current = otp;
      submitCode(otp);
    };
    void form.handleSubmit(judge, () => void (dropped.current = false))(event);
  };

  const take = (digits: string, left = 0): void => {
    dropped.current = digits.length < CODE_LENGTH && (left > 0 || (digits !== "" && dropped.current));
    form.clearErrors();
    field.onChange(digits);
    draft?.write(digits);
    // The same refused code is never judged again by itself (C5).
    if (autoSubmit && digits.length === CODE_LENGTH && digits !== tried.current) submit();
  };

  const fill = (text: string): void => {
    const read = readCode(text);
    if (read.is === "digits") take(read.digits);
  };

  const onChange = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    const read = readCode(target.value);
    const typedOneMore = field.value.length === CODE_LENGTH && target.value.length === CODE_LENGTH + 1;
    if (read.is === "digits" && bringsNothing(read.digits, read.dropped, field.value)) {
      form.setError("otp", { type: "validate", message: "notDigits" });
    } else if (read.is === "digits") {
      const before = readCode(target.value.slice(0, target.selectionStart ?? undefined));
      caret.current = { input: target, at: before.is === "digits" ? Math.min(before.digits.length, read.digits.length) : read.digits.length };
      take(read.digits, read.dropped);
    } else if (!typedOneMore) {
      // A typed seventh digit is just not taken; a paste of more says so.
      form.setError("otp", { type: "validate", message: read.is });
    }
  };

  const problem = fieldState.error?.message as CodeProblem | undefined;
  const refusal = field.value === "" ? failure : undefined;
  return {
    digits: field.value,
    problem,
    failure: refusal,
    busy,
    fill,
    onSubmit: submit,
    getInputProps: (own = {}) => codeInputProps(field, { busy, invalid: problem !== undefined || refusal !== undefined, onChange }, own),
    getFormProps: (own = {}) => formProps(busy, submit, own),
  };
}

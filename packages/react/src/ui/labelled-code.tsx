import { useEffect, type ReactNode } from "react";
import { useCodeError } from "../i18n/use-code-error.ts";
import type { CodeField } from "../use-code-field.ts";
import { useView } from "../view-context.ts";
import { CodeInput } from "./code-input.tsx";
import { errorId, Field, hintId } from "./field.tsx";

interface LabelledCodeProps {
  /** The input's id. */
  readonly name: string;
  readonly field: CodeField;
  /** What the server said of the last one, in words. */
  readonly refusal: string | undefined;
  /** A hint stands elsewhere, under `hintId(name)`. */
  readonly hinted?: boolean;
}

/** The field for a code, with its label and what is wrong. */
export function LabelledCode({ name, field, refusal, hinted = false }: LabelledCodeProps): ReactNode {
  const { say, announce } = useView();
  const error = useCodeError(field, refusal);
  const { problem } = field;
  // The focus does not move where the field is to blame and has it, so nothing else would speak; a refusal of the server's is the alert's (D7).
  useEffect(() => {
    if (problem !== undefined && error !== undefined) announce(error);
  }, [problem, error, announce]);
  const described = hinted ? `${hintId(name)} ${errorId(name)}` : errorId(name);
  return (
    <Field name={name} label={say("verify.code")} error={error}>
      <CodeInput id={name} field={field} invalid={error !== undefined} aria-describedby={described} />
    </Field>
  );
}

import type { ReactNode } from "react";
import { usePart } from "../view-context.ts";
import { Icon } from "./icon.tsx";

interface FieldProps {
  /** The input's id. */
  readonly name: string;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  /** The control in a box of its own: a manager reads siblings as labels (ux.md B9). */
  readonly children: ReactNode;
}

export const errorId = (name: string): string => `${name}-error`;
export const hintId = (name: string): string => `${name}-hint`;

/** Label, control and the line below it that the error will stand on. */
export function Field({ name, label, hint, error, children }: FieldProps): ReactNode {
  const part = usePart();
  return (
    <div {...part("field")}>
      <label htmlFor={name} {...part("label")}>
        {label}
      </label>
      {children}
      {hint !== undefined && (
        <p id={hintId(name)} {...part("hint")}>
          {hint}
        </p>
      )}
      <FieldError name={name} error={error} />
    </div>
  );
}

/** The line of a field's error; mounted empty (D6). */
export function FieldError({ name, error }: Pick<FieldProps, "name" | "error">): ReactNode {
  const part = usePart();
  return (
    <p id={errorId(name)} {...part("error")}>
      {error !== undefined && (
        <>
          <Icon name="alert" />
          <span>{error}</span>
        </>
      )}
    </p>
  );
}

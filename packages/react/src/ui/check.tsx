import type { ReactNode } from "react";
import type { UseFormRegisterReturn } from "react-hook-form";
import { usePart } from "../view-context.ts";

interface CheckProps {
  readonly name: string;
  readonly label: string;
  readonly register: UseFormRegisterReturn;
  readonly invalid?: boolean;
  readonly describedBy?: string;
}

/** A checkbox; its whole line is the target. */
export function Check({ name, label, register, invalid = false, describedBy }: CheckProps): ReactNode {
  const part = usePart();
  return (
    <label htmlFor={name} {...part("check")}>
      <input {...register} id={name} type="checkbox" aria-invalid={invalid} aria-describedby={describedBy} {...part("control")} />
      {label}
    </label>
  );
}

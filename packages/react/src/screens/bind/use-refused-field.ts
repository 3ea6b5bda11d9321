import { useLayoutEffect, useRef } from "react";
import type { FieldValues, Path, UseFormReturn } from "react-hook-form";

/** What was refused is where the field starts from: it has the focus, and its error goes at the next keystroke. */
export function useRefusedField<T extends FieldValues>({ setFocus, reset, getValues }: UseFormReturn<T>, field: Path<T>, refused: string | undefined): void {
  const answered = useRef(refused);
  useLayoutEffect(() => {
    // What stood here before the form came back with its tab has been answered to.
    if (answered.current === refused) return;
    answered.current = refused;
    if (refused === undefined) return;
    // First the focus: a reset forgets the fields.
    setFocus(field);
    reset(getValues());
  }, [refused, field, setFocus, reset, getValues]);
}

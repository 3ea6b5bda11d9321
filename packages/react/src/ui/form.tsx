import type { FormEventHandler, ReactNode } from "react";
import { usePart } from "../view-context.ts";
import { Slot } from "./slot.tsx";

/** The one form of a step. Outside of a `<dialog>` its method does nothing by itself: Enter before hydration sends a password nowhere and leaves it where it is (AD-51). */
export function Form({ busy, onSubmit, children }: { readonly busy: boolean; readonly onSubmit: FormEventHandler; readonly children: ReactNode }): ReactNode {
  const part = usePart();
  return (
    <form noValidate method="dialog" aria-busy={busy} onSubmit={onSubmit} {...part("form")}>
      {children}
    </form>
  );
}

interface SubmitButtonProps {
  readonly busy: boolean;
  /** Something else is the way on just now. */
  readonly quiet?: boolean;
  readonly children: ReactNode;
}

/** A real submit button that is never `disabled`: a disabled one explains nothing and loses focus (A6). */
export function SubmitButton({ busy, quiet = false, children }: SubmitButtonProps): ReactNode {
  const part = usePart();
  const spinner = { "aria-hidden": true, ...part("spinner") } as const;
  return (
    <button type="submit" aria-disabled={busy} data-busy={busy ? "" : undefined} {...part(quiet ? "secondary" : "submit")}>
      {children}
      <Slot name="Spinner" given={spinner}>
        <span {...spinner} />
      </Slot>
    </button>
  );
}

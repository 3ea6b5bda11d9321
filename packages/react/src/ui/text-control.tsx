import type { ComponentProps, ReactNode } from "react";
import { usePart } from "../view-context.ts";
import { errorId } from "./field.tsx";

interface TextControlProps extends ComponentProps<"input"> {
  /** The input's id; `name` belongs to the form. */
  readonly id: string;
  readonly error: string | undefined;
  readonly busy: boolean;
  /** What describes it besides its error. */
  readonly describedBy?: string;
}

/** The input of one required line that reads from the left (an address, a number, a code of letters), in a box of its own (ux.md B9). */
export function TextControl({ id, error, busy, describedBy, ...input }: TextControlProps): ReactNode {
  const part = usePart();
  return (
    <div {...part("controlBox")}>
      <input
        {...input}
        id={id}
        dir="ltr"
        readOnly={busy}
        aria-required="true"
        aria-invalid={error !== undefined}
        aria-describedby={describedBy === undefined ? errorId(id) : `${describedBy} ${errorId(id)}`}
        {...part("control")}
      />
    </div>
  );
}

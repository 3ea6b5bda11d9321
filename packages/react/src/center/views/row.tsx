import type { ReactNode } from "react";
import { usePart } from "../../view-context.ts";

interface RowProps {
  readonly icon?: ReactNode;
  readonly name: ReactNode;
  /** What tells it apart, and what there is to know. */
  readonly details: ReactNode;
  readonly action?: ReactNode;
}

/** One thing of a list: what it is, what tells it apart, what can be done with it. */
export function Row({ icon, name, details, action }: RowProps): ReactNode {
  const part = usePart();
  return (
    <li {...part("row")}>
      {icon}
      <div {...part("rowText")}>
        <span {...part("methodName")}>{name}</span>
        <span {...part("methodTarget")}>{details}</span>
      </div>
      {action}
    </li>
  );
}

interface RowActionProps {
  /** What a screen reader hears: which of the rows it is about. */
  readonly label: string;
  readonly busy?: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

export function RowAction({ label, busy = false, onPress, children }: RowActionProps): ReactNode {
  const part = usePart();
  return (
    <button type="button" aria-label={label} aria-disabled={busy} onClick={onPress} {...part("resend")}>
      {children}
    </button>
  );
}

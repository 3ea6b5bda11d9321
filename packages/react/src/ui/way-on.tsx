import type { ReactNode } from "react";
import { useGuard } from "../use-guard.ts";
import { usePart } from "../view-context.ts";

/** The way on from a step that has no form. */
export function RetryButton({ children }: { readonly children: ReactNode }): ReactNode {
  const send = useGuard((guard) => guard.send);
  const part = usePart();
  return (
    <button type="button" onClick={() => send({ type: "RETRY" })} {...part("submit")}>
      {children}
    </button>
  );
}

/** The way out of a step that can't go on now. */
export function LeaveButton({ children }: { readonly children: ReactNode }): ReactNode {
  const send = useGuard((guard) => guard.send);
  const part = usePart();
  return (
    <button type="button" onClick={() => send({ type: "BACK" })} {...part("secondary")}>
      {children}
    </button>
  );
}

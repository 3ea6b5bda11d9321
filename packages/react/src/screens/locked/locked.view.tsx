import type { LockedState } from "@guard/machine";
import type { ReactNode } from "react";
import { LeaveButton, RetryButton } from "../../ui/way-on.tsx";
import { useView } from "../../view-context.ts";
import { LockNotice } from "./lock-notice.tsx";

/** The lock of a login (R11a). */
export function LockedView({ state: { lockedUntil, offset } }: { readonly state: LockedState }): ReactNode {
  const { say } = useView();
  return (
    <LockNotice lockedUntil={lockedUntil} offset={offset} why={say("locked.why")}>
      {(over) => (over ? <RetryButton>{say("locked.retry")}</RetryButton> : <LeaveButton>{say("back.signIn")}</LeaveButton>)}
    </LockNotice>
  );
}

import { offersRecovery } from "@guard/machine";
import type { ReactNode } from "react";
import { useGuard } from "../../use-guard.ts";
import { usePart, useView } from "../../view-context.ts";

/** For who has lost the authenticator app (R13). Nothing where the backend knows no recovery code. */
export function RecoveryInstead(): ReactNode {
  const { say } = useView();
  const part = usePart();
  const { state, send } = useGuard();
  if (!offersRecovery(state)) return null;
  return (
    <button type="button" onClick={() => send({ type: "RECOVERY.OPEN" })} {...part("resend")}>
      {say("recovery.open")}
    </button>
  );
}

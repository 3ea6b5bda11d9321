import type { RecoveryCodeState } from "@guard/machine";
import type { ReactNode } from "react";
import { useGuard } from "../../use-guard.ts";
import { SaveCode } from "./save-code.tsx";

/** The new recovery code holds the session until it is put away; only then the login is done (R14). */
export function RecoveryCodeView({ state: { recoveryCode } }: { readonly state: RecoveryCodeState }): ReactNode {
  const send = useGuard((guard) => guard.send);
  return <SaveCode recoveryCode={recoveryCode} onSaved={() => send({ type: "RECOVERY.ACKNOWLEDGE" })} />;
}

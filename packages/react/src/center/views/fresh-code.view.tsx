import type { RecoveryCodeState } from "@guard/machine/center";
import type { ReactNode } from "react";
import { SaveCode } from "../../screens/recovery-code/save-code.tsx";
import { useCenter } from "../use-center.ts";

/** A new recovery code, shown once; only its acknowledgement leads back (R14). */
export function FreshCodeView({ state: { recoveryCode } }: { readonly state: RecoveryCodeState }): ReactNode {
  const { send } = useCenter();
  return <SaveCode recoveryCode={recoveryCode} onSaved={() => send({ type: "RECOVERY.ACKNOWLEDGE" })} />;
}

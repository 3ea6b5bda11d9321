import type { RecoveryState, RecoveryVerifyingState } from "@guard/machine";
import type { ReactNode } from "react";
import { useGuard } from "../../use-guard.ts";
import { usePart, useView } from "../../view-context.ts";

/** Back to a factor, where there is one. */
export function OtherMethod({ state: { challenge } }: { readonly state: RecoveryState | RecoveryVerifyingState }): ReactNode {
  const { say } = useView();
  const part = usePart();
  const send = useGuard((guard) => guard.send);
  const other = challenge.factors.find(({ factor }) => factor !== "recovery");
  if (!other) return null;
  return (
    <button type="button" onClick={() => send({ type: "FACTOR.CHOOSE", factor: other.factor })} {...part("resend")}>
      {say("recovery.otherMethod")}
    </button>
  );
}

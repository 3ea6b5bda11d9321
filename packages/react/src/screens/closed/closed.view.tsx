import type { ClosedState } from "@guard/machine";
import type { ReactNode } from "react";
import { Screen } from "../../ui/screen.tsx";
import { Sign } from "../../ui/sign.tsx";
import { LeaveButton } from "../../ui/way-on.tsx";
import { useGuard } from "../../use-guard.ts";
import { usePart, useView } from "../../view-context.ts";

/** A hundred wrong codes: like the lock, without a time. The recovery code opens it again, where the server offers that (R11b). */
export function ClosedView({ state: { challenge } }: { readonly state: ClosedState }): ReactNode {
  const { say } = useView();
  const part = usePart();
  const send = useGuard((guard) => guard.send);
  return (
    <Screen title={say("closed.title")} notice={{ sign: <Sign name="lock" />, tone: "danger" }} description={say(challenge ? "closed.whyRecovery" : "closed.why")}>
      {challenge && (
        <button type="button" onClick={() => send({ type: "RECOVERY.OPEN" })} {...part("submit")}>
          {say("recovery.open")}
        </button>
      )}
      <LeaveButton>{say("back.signIn")}</LeaveButton>
    </Screen>
  );
}

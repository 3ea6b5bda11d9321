import type { ReactNode } from "react";
import { Screen } from "../../ui/screen.tsx";
import { LeaveButton } from "../../ui/way-on.tsx";
import { useView } from "../../view-context.ts";

/** A hundred wrong codes: like the lock, without a time (R11b). */
export function ClosedView(): ReactNode {
  const { say } = useView();
  return (
    <Screen title={say("closed.title")} notice={{ icon: "lock", tone: "danger" }} description={say("closed.why")}>
      <LeaveButton>{say("back.signIn")}</LeaveButton>
    </Screen>
  );
}

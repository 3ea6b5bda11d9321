import type { LockedState } from "@guard/machine/center";
import type { ReactNode } from "react";
import { LockNotice } from "../../screens/locked/lock-notice.tsx";
import { Screen } from "../../ui/screen.tsx";
import { Sign } from "../../ui/sign.tsx";
import { usePart } from "../../view-context.ts";
import { useCenter, useCenterSay } from "../use-center.ts";

function WayOn({ as }: { readonly as: "submit" | "secondary" }): ReactNode {
  const say = useCenterSay();
  const part = usePart();
  const { send } = useCenter();
  return (
    <button type="button" onClick={() => send({ type: "RETRY" })} {...part(as)}>
      {say("center.back")}
    </button>
  );
}

/** Six wrong codes in a row, counted with all others (R11). The session lives. */
export function CenterLockedView({ state: { lockedUntil, offset } }: { readonly state: LockedState }): ReactNode {
  const say = useCenterSay();
  return (
    <LockNotice lockedUntil={lockedUntil} offset={offset} why={say("center.lockedWhy")}>
      {(over) => <WayOn as={over ? "submit" : "secondary"} />}
    </LockNotice>
  );
}

/** A hundred wrong codes (R11b). */
export function CenterClosedView(): ReactNode {
  const say = useCenterSay();
  return (
    <Screen title={say("center.closedTitle")} notice={{ sign: <Sign name="lock" />, tone: "danger" }} description={say("center.closedWhy")}>
      <WayOn as="secondary" />
    </Screen>
  );
}

/** The server knows the session no more; where to go is the host's (`onSignedOut`). */
export function SignedOutView(): ReactNode {
  const say = useCenterSay();
  return <Screen title={say("signedOut.title")} notice={{ sign: <Sign name="clock" /> }} description={say("signedOut.why")} />;
}

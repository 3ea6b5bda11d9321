import type { FailedState, LoadingState, OverviewState, RevokingState, UnreadState } from "@guard/machine/center";
import { useEffect, type ReactNode } from "react";
import { useFailureText } from "../../i18n/use-failure-text.ts";
import { useSlow } from "../../runtime/use-slow.ts";
import { Screen } from "../../ui/screen.tsx";
import { Sign } from "../../ui/sign.tsx";
import { usePart, useView } from "../../view-context.ts";
import { useCenter, useCenterSay } from "../use-center.ts";
import { DeviceSection } from "./device-section.tsx";
import { MethodSection } from "./method-section.tsx";
import { RecoverySection } from "./recovery-section.tsx";

interface OverviewProps {
  readonly state: UnreadState | LoadingState | FailedState | OverviewState | RevokingState;
}

/** What is bound, what can be, the recovery code and the trusted devices (R18). */
export function OverviewView({ state }: OverviewProps): ReactNode {
  const say = useCenterSay();
  const { announce, settings } = useView();
  const done = "done" in state && state.done !== undefined ? say(`center.done.${state.done}`) : undefined;
  const failure = useFailureText("failure" in state ? state.failure : undefined);
  useEffect(() => {
    if (done !== undefined) announce(done);
  }, [done, announce]);
  return (
    <Screen title={say("center.title")} description={settings ? say("center.description", { app: settings.name }) : say("center.descriptionPlain")} alert={state.at === "failed" || "account" in state ? failure : undefined}>
      {done !== undefined && <Told>{done}</Told>}
      {"account" in state && (
        <>
          <MethodSection account={state.account} />
          <RecoverySection account={state.account} />
          <DeviceSection account={state.account} />
        </>
      )}
      {state.at === "failed" && <Retry />}
      {(state.at === "loading" || state.at === "unread") && <Waiting />}
    </Screen>
  );
}

/** What was just done, to be read; it is spoken by the polite region. */
function Told({ children }: { readonly children: ReactNode }): ReactNode {
  const part = usePart();
  return (
    <p {...part("told")}>
      <Sign name="check" />
      <span>{children}</span>
    </p>
  );
}

function Retry(): ReactNode {
  const say = useCenterSay();
  const part = usePart();
  const { send } = useCenter();
  return (
    <button type="button" onClick={() => send({ type: "RETRY" })} {...part("submit")}>
      {say("center.retry")}
    </button>
  );
}

function Waiting(): ReactNode {
  const slow = useSlow();
  const part = usePart();
  if (!slow) return null;
  return (
    <>
      <div aria-hidden="true" {...part("skeleton")} />
      <div aria-hidden="true" {...part("skeleton")} />
      <div aria-hidden="true" {...part("skeleton")} />
    </>
  );
}

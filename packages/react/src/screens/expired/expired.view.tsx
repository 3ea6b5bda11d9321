import type { ReactNode } from "react";
import { Screen } from "../../ui/screen.tsx";
import { Sign } from "../../ui/sign.tsx";
import { RetryButton } from "../../ui/way-on.tsx";
import { useView } from "../../view-context.ts";

/** The challenge is older than 15 minutes: the reason, and the way back with the identifier kept (R12). */
export function ExpiredView(): ReactNode {
  const { say } = useView();
  return (
    <Screen title={say("expired.title")} notice={{ sign: <Sign name="clock" /> }} description={say("expired.why")}>
      <RetryButton>{say("expired.retry")}</RetryButton>
    </Screen>
  );
}

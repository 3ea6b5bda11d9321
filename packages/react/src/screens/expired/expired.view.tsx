import type { ExpiredState } from "@guard/machine";
import type { ReactNode } from "react";
import { Screen } from "../../ui/screen.tsx";
import { Sign } from "../../ui/sign.tsx";
import { RetryButton } from "../../ui/way-on.tsx";
import { useView } from "../../view-context.ts";

/** The challenge is older than 15 minutes, or a code to sign in with takes no more tries: the reason, and the way back with the identifier kept (R12). */
export function ExpiredView({ state: { was } }: { readonly state: ExpiredState }): ReactNode {
  const { say } = useView();
  const [title, why] = was === "code" ? (["expired.codeTitle", "expired.codeWhy"] as const) : (["expired.title", "expired.why"] as const);
  return (
    <Screen title={say(title)} notice={{ sign: <Sign name="clock" /> }} description={say(why)}>
      <RetryButton>{say(was === "code" ? "screen.retry" : "expired.retry")}</RetryButton>
    </Screen>
  );
}

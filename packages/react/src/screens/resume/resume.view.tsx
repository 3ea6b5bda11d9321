import type { ResumeFailedState, ResumingState } from "@guard/machine";
import type { ReactNode } from "react";
import { useFailureText } from "../../i18n/use-failure-text.ts";
import { useSlow } from "../../runtime/use-slow.ts";
import { BackButton } from "../../ui/back-button.tsx";
import { RetryButton } from "../../ui/way-on.tsx";
import { Screen } from "../../ui/screen.tsx";
import { usePart, useView } from "../../view-context.ts";

/** After a reload in the middle: the server is asked what became of the login. */
export function ResumeView({ state }: { readonly state: ResumingState | ResumeFailedState }): ReactNode {
  const { say } = useView();
  const part = usePart();
  const slow = useSlow();
  const alert = useFailureText(state.at === "resuming.failed" ? state.failure : undefined);
  if (state.at === "resuming.failed") {
    return (
      <Screen title={say("resume.failed")} alert={alert}>
        <div {...part("form")}>
          <RetryButton>{say("resume.retry")}</RetryButton>
        </div>
        <BackButton>{say("back.signIn")}</BackButton>
      </Screen>
    );
  }
  return (
    <Screen title={say("resume.title")} description={say("resume.why")}>
      {slow && <div aria-hidden="true" {...part("skeleton")} />}
      <BackButton>{say("back.signIn")}</BackButton>
    </Screen>
  );
}

import type { ResumeFailedState, ResumingState } from "@guard/machine";
import { useEffect, useState, type ReactNode } from "react";
import { useFailureText } from "../../i18n/use-failure-text.ts";
import { BackButton } from "../../ui/back-button.tsx";
import { RetryButton } from "../../ui/way-on.tsx";
import { Screen } from "../../ui/screen.tsx";
import { usePart, useView } from "../../view-context.ts";

/** Below this wait a placeholder would only flicker, ms (ux.md 2.9). */
const PATIENT_MS = 300;

function useAfter(ms: number): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setOver(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return over;
}

/** After a reload in the middle: the server is asked what became of the login. */
export function ResumeView({ state }: { readonly state: ResumingState | ResumeFailedState }): ReactNode {
  const { say } = useView();
  const part = usePart();
  const slow = useAfter(PATIENT_MS);
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
      {slow && <div data-slot="skeleton" aria-hidden="true" />}
      <BackButton>{say("back.signIn")}</BackButton>
    </Screen>
  );
}

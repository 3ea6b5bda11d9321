import type { EnrolConfirmingState, EnrolFailedState, EnrolLoadingState, EnrolState } from "@guard/machine/center";
import type { ReactNode } from "react";
import { useFailureText } from "../../i18n/use-failure-text.ts";
import { useCodeEntry } from "../../runtime/use-code-entry.ts";
import { useSlow } from "../../runtime/use-slow.ts";
import { ConfirmForm } from "../../screens/enrol/confirm-form.tsx";
import { EnrolSteps } from "../../screens/enrol/enrol-steps.tsx";
import { Screen } from "../../ui/screen.tsx";
import { usePart, useView } from "../../view-context.ts";
import { useCenter, useCenterSay } from "../use-center.ts";
import { ToOverview } from "./to-overview.tsx";

/** An authenticator app is told its key, and proves that it has it (R14). */
export function CenterEnrolView({ state }: { readonly state: EnrolLoadingState | EnrolFailedState | EnrolState | EnrolConfirmingState }): ReactNode {
  const say = useCenterSay();
  const failure = "failure" in state ? state.failure : undefined;
  const wrong = failure?.error.code === "code_invalid" && !failure.late;
  const told = useFailureText(failure);
  const text = failure?.late ? say("enrol.over") : wrong ? say("enrol.wrong") : told;
  return (
    <Screen title={say("enrol.title")} description={say("add.totpWhy")} alert={wrong ? undefined : text} spoken={wrong ? text : undefined}>
      {"enrolment" in state && <EnrolSteps enrolment={state.enrolment} />}
      {"enrolment" in state && <FirstCode key={state.enrolment.secret} state={state} error={wrong ? text : undefined} />}
      {state.at === "enrol.loading" && <Waiting />}
      {state.at === "enrol.failed" && <Retry />}
    </Screen>
  );
}

function FirstCode({ state, error }: { readonly state: EnrolState | EnrolConfirmingState; readonly error: string | undefined }): ReactNode {
  const { autoSubmit } = useView();
  const { send } = useCenter();
  const failure = state.at === "enrol" ? state.failure : undefined;
  const field = useCodeEntry({ autoSubmit, failure, busy: state.at === "enrol.confirming", submitCode: (code) => send({ type: "CODE.SUBMIT", code }) });
  return (
    <ConfirmForm error={error} over={failure?.late ?? false} field={field} onRenew={() => send({ type: "TOTP.RETRY" })}>
      <ToOverview />
    </ConfirmForm>
  );
}

function Waiting(): ReactNode {
  const part = usePart();
  return (
    <>
      {useSlow() && <div aria-hidden="true" {...part("skeleton")} />}
      <ToOverview />
    </>
  );
}

function Retry(): ReactNode {
  const say = useCenterSay();
  const part = usePart();
  const { send } = useCenter();
  return (
    <>
      <button type="button" onClick={() => send({ type: "TOTP.RETRY" })} {...part("submit")}>
        {say("enrol.retry")}
      </button>
      <ToOverview />
    </>
  );
}

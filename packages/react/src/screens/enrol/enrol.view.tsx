import type { EnrolConfirmingState, EnrolFailedState, EnrolLoadingState, EnrolState } from "@guard/machine";
import type { ReactNode } from "react";
import { useFailureText } from "../../i18n/use-failure-text.ts";
import { BackButton } from "../../ui/back-button.tsx";
import { MethodScreen } from "../../ui/methods/method-screen.tsx";
import { OtherMethods } from "../../ui/methods/other-methods.tsx";
import { useCodeField } from "../../use-code-field.ts";
import { useGuard } from "../../use-guard.ts";
import { usePart, useView } from "../../view-context.ts";
import { ConfirmForm } from "./confirm-form.tsx";
import { EnrolSteps } from "./enrol-steps.tsx";

/** An authenticator app is told its key, and proves that it has it (R14). The key is shown here and never again (S-19). */
export function EnrolView({ state }: { readonly state: EnrolLoadingState | EnrolFailedState | EnrolState | EnrolConfirmingState }): ReactNode {
  const { say } = useView();
  const failure = "failure" in state ? state.failure : undefined;
  const wrong = failure?.error.code === "code_invalid" && !failure.late;
  const told = useFailureText(failure);
  const text = failure?.late ? say("enrol.over") : wrong ? say("enrol.wrong") : told;
  const ready = "enrolment" in state;
  return (
    <MethodScreen title={say("enrol.title")} description={say("enrol.description")} alert={wrong ? undefined : text} spoken={wrong ? text : undefined}>
      {ready ? (
        <>
          <EnrolSteps enrolment={state.enrolment} />
          <FirstCode key={state.enrolment.secret} error={wrong ? text : undefined} over={failure?.late ?? false} />
        </>
      ) : (
        <Waiting failed={failure !== undefined} />
      )}
    </MethodScreen>
  );
}

/** The app's first code, and the ways beside it. */
function FirstCode({ error, over }: { readonly error: string | undefined; readonly over: boolean }): ReactNode {
  const { say, autoSubmit, submit } = useView();
  const send = useGuard((guard) => guard.send);
  const field = useCodeField({ autoSubmit, submitCode: submit });
  return (
    <ConfirmForm error={error} over={over} field={field} onRenew={() => send({ type: "TOTP.RETRY" })}>
      <OtherMethods />
      <BackButton>{say("back.password")}</BackButton>
    </ConfirmForm>
  );
}

/** The key is on its way, or was lost on it. */
function Waiting({ failed }: { readonly failed: boolean }): ReactNode {
  const { say } = useView();
  const part = usePart();
  const send = useGuard((guard) => guard.send);
  return (
    <>
      {!failed && <div aria-hidden="true" {...part("skeleton")} />}
      {failed && (
        <button type="button" onClick={() => send({ type: "TOTP.RETRY" })} {...part("submit")}>
          {say("enrol.retry")}
        </button>
      )}
      <OtherMethods />
      <BackButton>{say("back.password")}</BackButton>
    </>
  );
}

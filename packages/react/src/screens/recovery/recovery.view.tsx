import { activeFactor, type RecoveryState, type RecoveryVerifyingState } from "@guard/machine";
import type { ReactNode } from "react";
import { isFieldFailure } from "../../i18n/error-text.ts";
import { useFailureText } from "../../i18n/use-failure-text.ts";
import { BackButton } from "../../ui/back-button.tsx";
import { Field, hintId } from "../../ui/field.tsx";
import { Form, SubmitButton } from "../../ui/form.tsx";
import { Screen } from "../../ui/screen.tsx";
import { TextControl } from "../../ui/text-control.tsx";
import { useView } from "../../view-context.ts";
import { OtherMethod } from "./other-method.tsx";
import { useRecoveryField } from "./use-recovery-field.ts";

/** What it is; of a proof, also what comes after it (R8). */
function useDescription({ from, challenge: { need } }: RecoveryState | RecoveryVerifyingState): string {
  const { say } = useView();
  const what = say(from === "closed" ? "recovery.descriptionClosed" : "recovery.description");
  return need === "prove" ? say("sentence.pair", { first: what, second: say("verify.prove") }) : what;
}

/** The recovery code in the place of a factor (R15); the only way into a closed account (R11b). */
export function RecoveryView({ state }: { readonly state: RecoveryState | RecoveryVerifyingState }): ReactNode {
  const { id, say } = useView();
  const { failure } = activeFactor(state.challenge);
  // A closed account has tries of its own, which never lock (R11b).
  const text = useFailureText(failure, state.from !== "closed");
  const inField = failure !== undefined && isFieldFailure(failure);
  const busy = state.at === "recovery.verifying";
  const field = useRecoveryField(inField ? failure.id : undefined);
  const error = field.problem ?? (inField && !field.edited ? text : undefined);
  const name = `${id}-recovery`;
  const description = useDescription(state);
  return (
    <Screen
      title={say("recovery.title")}
      description={description}
      alert={inField ? undefined : text}
      spoken={inField ? text : undefined}
    >
      <Form busy={busy} onSubmit={field.onSubmit}>
        <Field name={name} label={say("recovery.label")} hint={say("recovery.hint")} error={error}>
          <TextControl
            {...field.inputProps}
            type="text"
            inputMode="text"
            // Not a one-time code: a manager must not spend its authenticator's here (ux.md B10).
            autoComplete="off"
            autoCapitalize="none"
            autoCorrect="off"
            spellCheck={false}
            enterKeyHint="done"
            translate="no"
            id={name}
            error={error}
            busy={busy}
            describedBy={hintId(name)}
          />
        </Field>
        <SubmitButton busy={busy}>{say("recovery.submit")}</SubmitButton>
        <OtherMethod state={state} />
        <BackButton>{say("back.password")}</BackButton>
      </Form>
    </Screen>
  );
}

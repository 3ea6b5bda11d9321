import { activeFactor, type BindCheckingState, type BindState } from "@guard/machine";
import type { ReactNode } from "react";
import { isFieldFailure } from "../../i18n/error-text.ts";
import { useFailureText } from "../../i18n/use-failure-text.ts";
import { Methods } from "../../ui/methods/methods.tsx";
import { Screen } from "../../ui/screen.tsx";
import { useView } from "../../view-context.ts";
import { EmailForm } from "./email-form.tsx";
import { PhoneForm } from "./phone-form.tsx";

/** What a form of this step needs to know. */
export interface BindFormProps {
  readonly state: BindState | BindCheckingState;
  /** The server's refusal of what was typed, in words, and the call it came from. */
  readonly refusal: { readonly id: string; readonly text: string } | undefined;
}

/** No address is bound: the person gives one. "Continue" sends nothing (R8). */
export function BindView({ state }: { readonly state: BindState | BindCheckingState }): ReactNode {
  const { say } = useView();
  const { factor, failure } = activeFactor(state.challenge);
  const text = useFailureText(failure);
  const inField = failure !== undefined && isFieldFailure(failure);
  const refusal = inField && text !== undefined ? { id: failure.id, text } : undefined;
  const phone = factor === "sms";
  const BindForm = phone ? PhoneForm : EmailForm;
  return (
    <Screen title={say(phone ? "bind.titlePhone" : "bind.title")} description={say(phone ? "bind.descriptionPhone" : "bind.description")} alert={inField ? undefined : text} spoken={inField ? text : undefined}>
      <Methods>
        <BindForm key={factor} state={state} refusal={refusal} />
      </Methods>
    </Screen>
  );
}

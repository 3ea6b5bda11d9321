import { activeFactor, type BindCheckingState, type BindState } from "@guard/machine";
import type { ReactNode } from "react";
import { isFieldFailure } from "../../i18n/error-text.ts";
import { useFailureText } from "../../i18n/use-failure-text.ts";
import { useDraft } from "../../runtime/use-draft.ts";
import { BackButton } from "../../ui/back-button.tsx";
import { Methods } from "../../ui/methods/methods.tsx";
import { OtherMethods } from "../../ui/methods/other-methods.tsx";
import { Screen } from "../../ui/screen.tsx";
import { useView } from "../../view-context.ts";
import { EmailForm, looksLikeEmail } from "./email-form.tsx";
import { PhoneForm } from "./phone-form.tsx";

/** No address is bound: the person gives one. "Continue" sends nothing (R8). */
export function BindView({ state }: { readonly state: BindState | BindCheckingState }): ReactNode {
  const { say } = useView();
  const { factor, failure, typedTarget } = activeFactor(state.challenge);
  const text = useFailureText(failure);
  const inField = failure !== undefined && isFieldFailure(failure);
  const refusal = inField && text !== undefined ? { id: failure.id, text } : undefined;
  const phone = factor === "sms";
  const BindForm = phone ? PhoneForm : EmailForm;
  const draft = useDraft(factor);
  // What was typed on the first screen is not asked for again, where it is an address (3.3.7).
  const known = typedTarget ?? (!phone && looksLikeEmail(state.identifier) ? state.identifier : "");
  return (
    <Screen title={say(phone ? "bind.titlePhone" : "bind.title")} description={say(phone ? "bind.descriptionPhone" : "bind.description")} alert={inField ? undefined : text} spoken={inField ? text : undefined}>
      <Methods>
        <BindForm key={factor} known={known} busy={state.at === "bind.checking"} refusal={refusal} draft={draft} label={say("bind.submit")}>
          <OtherMethods />
          <BackButton>{say("back.password")}</BackButton>
        </BindForm>
      </Methods>
    </Screen>
  );
}

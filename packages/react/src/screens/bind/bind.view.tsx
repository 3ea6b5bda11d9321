import { activeFactor, type BindCheckingState, type BindState, type Failure } from "@guard/machine";
import type { ReactNode } from "react";
import type { Say } from "../../i18n/create-i18n.ts";
import { isFieldFailure } from "../../i18n/error-text.ts";
import { useFailureText } from "../../i18n/use-failure-text.ts";
import { MethodScreen } from "../../ui/methods/method-screen.tsx";
import { useView } from "../../view-context.ts";
import { EmailForm } from "./email-form.tsx";
import { PhoneForm } from "./phone-form.tsx";

/** What a form of this step needs to know. */
export interface BindFormProps {
  readonly state: BindState | BindCheckingState;
  /** The server's refusal of what was typed, in words, and the call it came from. */
  readonly refusal: { readonly id: string; readonly text: string } | undefined;
}

/** The two verdicts on an address, in words for a number. */
function phoneRefusal(say: Say, { error: { code } }: Failure): string | undefined {
  if (code === "target_invalid") return say("bind.phone.invalid");
  return code === "target_unavailable" ? say("bind.phone.unavailable") : undefined;
}

/** No address is bound: the person gives one. "Continue" sends nothing (R8). */
export function BindView({ state }: { readonly state: BindState | BindCheckingState }): ReactNode {
  const { say } = useView();
  const { factor, failure } = activeFactor(state.challenge);
  const phone = factor === "sms";
  const told = useFailureText(failure);
  const text = (phone && failure && phoneRefusal(say, failure)) || told;
  const inField = failure !== undefined && isFieldFailure(failure);
  const refusal = inField && text !== undefined ? { id: failure.id, text } : undefined;
  const BindForm = phone ? PhoneForm : EmailForm;
  return (
    <MethodScreen title={say(phone ? "bind.titlePhone" : "bind.title")} description={say(phone ? "bind.descriptionPhone" : "bind.description")} alert={inField ? undefined : text} spoken={inField ? text : undefined}>
      <BindForm key={factor} state={state} refusal={refusal} />
    </MethodScreen>
  );
}

import type { ChallengeFactor } from "@guard/contract";
import { activeFactor, type BindCheckingState, type BindState, type Failure } from "@guard/machine";
import type { ReactNode } from "react";
import type { Say } from "../../i18n/create-i18n.ts";
import { isFieldFailure } from "../../i18n/error-text.ts";
import { useFailureText } from "../../i18n/use-failure-text.ts";
import { useDrafts } from "../../runtime/use-draft.ts";
import { BackButton } from "../../ui/back-button.tsx";
import { MethodScreen } from "../../ui/methods/method-screen.tsx";
import { OtherMethods } from "../../ui/methods/other-methods.tsx";
import { useView } from "../../view-context.ts";
import { EmailForm, looksLikeEmail } from "./email-form.tsx";
import { PhoneForm } from "./phone-form.tsx";

const looksLikePhone = (identifier: string): boolean => /^\+?[\d\s().-]{7,}$/.test(identifier);

/** What somebody signed in with is not asked for again, where it is such an address (3.3.7). */
function knownTarget(factor: ChallengeFactor, identifier: string): string {
  const fits = factor === "sms" ? looksLikePhone(identifier) : looksLikeEmail(identifier);
  return fits ? identifier : "";
}

/** The two verdicts on an address, in words for a number. */
function phoneRefusal(say: Say, { error: { code } }: Failure): string | undefined {
  if (code === "target_invalid") return say("bind.phone.invalid");
  return code === "target_unavailable" ? say("bind.phone.unavailable") : undefined;
}

/** No address is bound: the person gives one. "Continue" sends nothing (R8). */
export function BindView({ state }: { readonly state: BindState | BindCheckingState }): ReactNode {
  const { say } = useView();
  const { factor, failure, typedTarget = "" } = activeFactor(state.challenge);
  const phone = factor === "sms";
  const told = useFailureText(failure);
  const text = (phone && failure && phoneRefusal(say, failure)) || told;
  const inField = failure !== undefined && isFieldFailure(failure);
  const refusal = inField && text !== undefined ? { id: failure.id, text, target: typedTarget } : undefined;
  const BindForm = phone ? PhoneForm : EmailForm;
  const drafts = useDrafts();
  return (
    <MethodScreen title={say(phone ? "bind.titlePhone" : "bind.title")} description={say(phone ? "bind.descriptionPhone" : "bind.description")} alert={inField ? undefined : text} spoken={inField ? text : undefined}>
      <BindForm key={factor} known={typedTarget || knownTarget(factor, state.identifier)} busy={state.at === "bind.checking"} refusal={refusal} drafts={drafts} label={say("bind.submit")}>
        <OtherMethods />
        <BackButton>{say("back.password")}</BackButton>
      </BindForm>
    </MethodScreen>
  );
}

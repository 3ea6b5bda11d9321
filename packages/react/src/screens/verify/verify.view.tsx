import type { ChallengeFactor } from "@guard/contract";
import type { MessageKey } from "@guard/locales";
import { activeFactor, factorTabs, isSent, type ChallengeData, type ChallengeState, type FactorState, type VerifyingState } from "@guard/machine";
import type { ReactNode } from "react";
import { isFieldFailure } from "../../i18n/error-text.ts";
import { useFailureText } from "../../i18n/use-failure-text.ts";
import { useView } from "../../view-context.ts";
import { MethodScreen } from "../../ui/methods/method-screen.tsx";
import { usePicker, type Picker } from "../../ui/methods/use-picker.ts";
import { CodeForm } from "./code-form.tsx";
import { SendForm } from "./send-form.tsx";
import { useCheckingNews } from "./use-checking-news.ts";
import { useDeliveryNews } from "./use-delivery-news.ts";

const ownTitle: Readonly<Partial<Record<ChallengeFactor, MessageKey>>> = { email: "verify.titleEmail", sms: "verify.titleSms", totp: "verify.titleTotp" };
const bindTitle: Readonly<Partial<Record<ChallengeFactor, MessageKey>>> = { email: "verify.titleBind", sms: "verify.titleBindSms" };

/** What to do; under tabs, which say what, why. */
function titleOf({ factor, bound }: FactorState, picker: Picker): MessageKey {
  const own = !bound ? bindTitle[factor] : picker === "tabs" ? undefined : ownTitle[factor];
  return own ?? "verify.title";
}

/** Under the title: why a bound method comes first (R8), or that there are several. */
function descriptionOf({ need }: ChallengeData, picker: Picker): MessageKey | undefined {
  if (need === "prove") return "verify.prove";
  return need === "verify" && picker === "tabs" ? "verify.choose" : undefined;
}

/** The second factor: its code arrives by itself where an address is bound (R7), and by hand while one is being bound (R8). */
export function VerifyView({ state }: { readonly state: ChallengeState | VerifyingState }): ReactNode {
  const { say } = useView();
  const factor = activeFactor(state.challenge);
  const { failure, bound, delivery } = factor;
  useDeliveryNews(factor);
  useCheckingNews(state.at === "challenge.verifying");

  const text = useFailureText(failure);
  const inField = failure !== undefined && isFieldFailure(failure);
  const picker = usePicker(factorTabs(state));
  const description = descriptionOf(state.challenge, picker);
  // A device is trusted after a factor that was bound before this login (R24), whatever else the challenge offers.
  const trustDays = bound ? state.challenge.trustDays : undefined;
  return (
    <MethodScreen
      title={say(titleOf(factor, picker))}
      description={description && say(description)}
      alert={inField ? undefined : text}
      spoken={inField ? text : undefined}
    >
      {bound || isSent(delivery) ? <CodeForm key={factor.factor} factor={factor} changeable={!bound} trustDays={trustDays} /> : <SendForm factor={factor} />}
    </MethodScreen>
  );
}

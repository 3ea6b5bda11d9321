import type { ChallengeFactor } from "@guard/contract";
import type { MessageKey } from "@guard/locales";
import { activeFactor, isSent, type ChallengeData, type ChallengeState, type VerifyingState } from "@guard/machine";
import type { ReactNode } from "react";
import { isFieldFailure } from "../../i18n/error-text.ts";
import { useFailureText } from "../../i18n/use-failure-text.ts";
import { useView } from "../../view-context.ts";
import { Methods } from "../../ui/methods/methods.tsx";
import { Screen } from "../../ui/screen.tsx";
import { CodeForm } from "./code-form.tsx";
import { SendForm } from "./send-form.tsx";
import { useCheckingNews } from "./use-checking-news.ts";
import { useDeliveryNews } from "./use-delivery-news.ts";

const ownTitle: Readonly<Partial<Record<ChallengeFactor, MessageKey>>> = { email: "verify.titleEmail", sms: "verify.titleSms", totp: "verify.titleTotp" };
const bindTitle: Readonly<Partial<Record<ChallengeFactor, MessageKey>>> = { email: "verify.titleBind", sms: "verify.titleBindSms" };

/** One method: what to do. Several: why, since the tabs say what. */
function titleOf({ need, active, factors }: ChallengeData): MessageKey {
  if (need === "bind") return bindTitle[active] ?? "verify.title";
  return (factors.filter(({ factor }) => factor !== "recovery").length === 1 ? ownTitle[active] : undefined) ?? "verify.title";
}

/** The second factor: its code arrives by itself where an address is bound (R7), and by hand while one is being bound (R8). */
export function VerifyView({ state }: { readonly state: ChallengeState | VerifyingState }): ReactNode {
  const { say } = useView();
  const { need } = state.challenge;
  const factor = activeFactor(state.challenge);
  const { failure, bound, delivery } = factor;
  useDeliveryNews(factor);
  useCheckingNews(state.at === "challenge.verifying");

  const text = useFailureText(failure);
  const inField = failure !== undefined && isFieldFailure(failure);
  const binding = need === "bind";
  return (
    <Screen
      title={say(titleOf(state.challenge))}
      description={need === "prove" ? say("verify.prove") : undefined}
      alert={inField ? undefined : text}
      spoken={inField ? text : undefined}
    >
      <Methods>{bound || isSent(delivery) ? <CodeForm key={factor.factor} factor={factor} changeable={binding} trustDays={state.challenge.trustDays} /> : <SendForm factor={factor} />}</Methods>
    </Screen>
  );
}

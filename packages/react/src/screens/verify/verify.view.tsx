import type { MessageKey } from "@guard/locales";
import { activeFactor, isSent, type ChallengeData, type ChallengeState, type VerifyingState } from "@guard/machine";
import { useEffect, type ReactNode } from "react";
import { isFieldFailure } from "../../i18n/error-text.ts";
import { useFailureText } from "../../i18n/use-failure-text.ts";
import { useView } from "../../view-context.ts";
import { Screen } from "../../ui/screen.tsx";
import { CodeForm } from "./code-form.tsx";
import { SendForm } from "./send-form.tsx";
import { useDeliveryNews } from "./use-delivery-news.ts";

/** How long a call may run before its wait is put into words, ms (D12). */
const SAY_CHECKING_AFTER = 400;

function useCheckingNews(busy: boolean): void {
  const { say, announce } = useView();
  useEffect(() => {
    if (!busy) return;
    const timer = setTimeout(() => announce(say("busy.checking")), SAY_CHECKING_AFTER);
    return () => clearTimeout(timer);
  }, [busy, say, announce]);
}

/** One factor: what to do. Several: why, since the tabs say what. */
const titleOf = ({ factors: [first, ...more] }: ChallengeData): MessageKey => (first?.factor === "email" && more.length === 0 ? "verify.titleEmail" : "verify.title");

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
      title={say(binding ? "verify.titleBind" : titleOf(state.challenge))}
      alert={inField ? undefined : text}
      spoken={inField ? text : undefined}
    >
      {bound || isSent(delivery) ? <CodeForm key={factor.factor} factor={factor} changeable={binding} /> : <SendForm factor={factor} />}
    </Screen>
  );
}

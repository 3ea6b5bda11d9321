import type { CodeVerifyingState, CodeVerifyState, FactorState } from "@guard/machine";
import type { ReactNode } from "react";
import { isFieldFailure } from "../../i18n/error-text.ts";
import { useFailureText } from "../../i18n/use-failure-text.ts";
import { Screen } from "../../ui/screen.tsx";
import { useView } from "../../view-context.ts";
import { CodeForm } from "../verify/code-form.tsx";
import { useCheckingNews } from "../verify/use-checking-news.ts";
import { useDeliveryNews } from "../verify/use-delivery-news.ts";

/** The code's own factor, as the verify step knows factors: the views of a code are the same. */
function factorOf(state: CodeVerifyState | CodeVerifyingState): FactorState {
  const failure = state.at === "codeSignIn.verify" && state.failure ? { failure: state.failure } : {};
  return { factor: state.identifier.includes("@") ? "email" : "sms", bound: true, delivery: state.delivery, ...failure };
}

/** The code that signs in by itself (R2a). */
export function CodeVerifyView({ state }: { readonly state: CodeVerifyState | CodeVerifyingState }): ReactNode {
  const { say } = useView();
  const factor = factorOf(state);
  const { failure } = factor;
  useDeliveryNews(factor);
  useCheckingNews(state.at === "codeSignIn.verifying");
  const text = useFailureText(failure, false);
  const inField = failure !== undefined && isFieldFailure(failure);
  return (
    <Screen title={say(factor.factor === "email" ? "verify.titleEmail" : "verify.title")} alert={inField ? undefined : text} spoken={inField ? text : undefined}>
      <CodeForm factor={factor} changeable locks={false} />
    </Screen>
  );
}

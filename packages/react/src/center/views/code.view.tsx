import type { FactorState } from "@guard/machine";
import type { CodeState, ConfirmingState } from "@guard/machine/center";
import type { ReactNode } from "react";
import { isFieldFailure } from "../../i18n/error-text.ts";
import { useFailureText } from "../../i18n/use-failure-text.ts";
import { useCodeEntry } from "../../runtime/use-code-entry.ts";
import { ChangeTarget } from "../../screens/verify/change-target.tsx";
import { CodeEntryForm } from "../../screens/verify/code-entry-form.tsx";
import { useCheckingNews } from "../../screens/verify/use-checking-news.ts";
import { useDeliveryNews } from "../../screens/verify/use-delivery-news.ts";
import { Screen } from "../../ui/screen.tsx";
import { useView } from "../../view-context.ts";
import { useCenter, useCenterSay } from "../use-center.ts";
import { ToOverview } from "./to-overview.tsx";

/** The code that went to the new address; the right one adds it. */
export function CodeView({ state }: { readonly state: CodeState | ConfirmingState }): ReactNode {
  const { autoSubmit } = useView();
  const say = useCenterSay();
  const { send } = useCenter();
  const { factor, delivery } = state.binding;
  const failure = state.at === "bindConfirm" ? state.failure : undefined;
  const busy = state.at === "bindConfirm.confirming";
  const shown: FactorState = { factor, bound: false, delivery };
  const field = useCodeEntry({ autoSubmit, failure, busy, submitCode: (code) => send({ type: "CODE.SUBMIT", code }) });
  useDeliveryNews(shown);
  useCheckingNews(busy);
  const text = useFailureText(failure);
  const inField = failure !== undefined && isFieldFailure(failure);
  return (
    <Screen title={say(factor === "email" ? "verify.titleBind" : "verify.titleBindSms")} alert={inField ? undefined : text} spoken={inField ? text : undefined}>
      <CodeEntryForm factor={shown} field={field} label={say("add.confirm")} onSend={() => send({ type: "CODE.SEND" })}>
        <ChangeTarget as="link" factor={factor} onChange={() => send({ type: "TARGET.CHANGE" })} />
        <ToOverview />
      </CodeEntryForm>
    </Screen>
  );
}

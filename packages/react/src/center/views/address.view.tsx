import type { AddressState, SendingState } from "@guard/machine/center";
import type { ReactNode } from "react";
import { isFieldFailure } from "../../i18n/error-text.ts";
import { useFailureText } from "../../i18n/use-failure-text.ts";
import type { Draft } from "../../runtime/drafts.ts";
import { EmailForm } from "../../screens/bind/email-form.tsx";
import { PhoneForm } from "../../screens/bind/phone-form.tsx";
import { Screen } from "../../ui/screen.tsx";
import { useCenterSay } from "../use-center.ts";
import { ToOverview } from "./to-overview.tsx";

/** There are no tabs here for a form to be away with. */
const noDrafts = (): Draft => ({ read: () => "", write: () => undefined });

/** An address or a number to add. Its code goes out with the button (R18). */
export function AddressView({ state }: { readonly state: AddressState | SendingState }): ReactNode {
  const say = useCenterSay();
  const { factor, typed = "" } = state;
  const failure = state.at === "bindTarget" ? state.failure : undefined;
  const text = useFailureText(failure);
  const inField = failure !== undefined && isFieldFailure(failure);
  const refusal = inField && text !== undefined ? { id: failure.id, text, target: typed } : undefined;
  const phone = factor === "sms";
  const AddressForm = phone ? PhoneForm : EmailForm;
  return (
    <Screen title={say(phone ? "add.phoneTitle" : "add.emailTitle")} description={say(phone ? "add.phoneWhy" : "add.emailWhy")} alert={inField ? undefined : text} spoken={inField ? text : undefined}>
      <AddressForm known={typed} busy={state.at === "bindTarget.sending"} refusal={refusal} drafts={noDrafts} label={say("add.submit")}>
        <ToOverview />
      </AddressForm>
    </Screen>
  );
}

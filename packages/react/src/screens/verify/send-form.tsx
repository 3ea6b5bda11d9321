import type { FactorState } from "@guard/machine";
import type { ReactNode } from "react";
import { sentence } from "../../i18n/sentence.tsx";
import { BackButton } from "../../ui/back-button.tsx";
import { Form, SubmitButton } from "../../ui/form.tsx";
import { OtherMethods } from "../../ui/methods/other-methods.tsx";
import { Target } from "../../ui/target.tsx";
import { useGuard } from "../../use-guard.ts";
import { usePart, useView } from "../../view-context.ts";
import { ChangeTarget } from "./change-target.tsx";

/** While an address is being bound the first code goes out by hand; there is no code field before (R8). */
export function SendForm({ factor: { factor, target, delivery } }: { readonly factor: FactorState }): ReactNode {
  const { say } = useView();
  const part = usePart();
  const send = useGuard((guard) => guard.send);
  return (
    <Form
      busy={delivery.is === "sending"}
      onSubmit={(event) => {
        event.preventDefault();
        send({ type: "CODE.SEND" });
      }}
    >
      <p {...part("delivery")}>{sentence(say, "verify.unsent", { target: <Target masked={target ?? say(`factor.${factor}`)} /> })}</p>
      <SubmitButton busy={delivery.is === "sending"}>{say("verify.send")}</SubmitButton>
      <ChangeTarget as="secondary" factor={factor} onChange={() => send({ type: "TARGET.CHANGE" })} />
      <OtherMethods />
      <BackButton>{say("back.password")}</BackButton>
    </Form>
  );
}

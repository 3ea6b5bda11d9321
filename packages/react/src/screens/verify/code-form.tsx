import type { FactorState } from "@guard/machine";
import type { ReactNode } from "react";
import { useForm } from "react-hook-form";
import { BackButton } from "../../ui/back-button.tsx";
import { OtherMethods } from "../../ui/methods/other-methods.tsx";
import { useCodeField } from "../../use-code-field.ts";
import { useDraft } from "../../runtime/use-draft.ts";
import { useGuard } from "../../use-guard.ts";
import { useView } from "../../view-context.ts";
import { ChangeTarget } from "./change-target.tsx";
import { CodeEntryForm } from "./code-entry-form.tsx";
import { RecoveryInstead } from "./recovery-instead.tsx";
import { TrustCheck } from "./trust-check.tsx";

interface CodeFormProps {
  readonly factor: FactorState;
  /** The address can be another one. */
  readonly changeable: boolean;
  /** Days for which this device may be trusted; absent: not offered. */
  readonly trustDays?: number | undefined;
  /** Wrong codes lead to the lock (R11). Default true. */
  readonly locks?: boolean;
}

/** The code of a login, and the ways beside it. */
export function CodeForm({ factor, changeable, trustDays, locks = true }: CodeFormProps): ReactNode {
  const { say, autoSubmit, submit } = useView();
  const send = useGuard((guard) => guard.send);
  const choices = useForm<{ readonly remember: boolean }>({ defaultValues: { remember: false } });
  const field = useCodeField({ draft: useDraft(`code.${factor.factor}`), autoSubmit, trustDevice: () => choices.getValues("remember"), submitCode: submit });
  const trust = trustDays === undefined ? null : <TrustCheck days={trustDays} register={choices.register("remember")} />;
  return (
    <CodeEntryForm factor={factor} field={field} label={say("verify.submit")} choice={trust} locks={locks} onSend={() => send({ type: "CODE.SEND" })}>
      {factor.factor === "totp" && <RecoveryInstead />}
      {changeable && "sentTo" in factor.delivery && <ChangeTarget as="link" factor={factor.factor} onChange={() => send({ type: "TARGET.CHANGE" })} />}
      <OtherMethods />
      <BackButton>{say("back.password")}</BackButton>
    </CodeEntryForm>
  );
}

import { CODE_LENGTH, type FactorState } from "@guard/machine";
import type { ReactNode } from "react";
import { useForm } from "react-hook-form";
import { useCodeError } from "../../i18n/use-code-error.ts";
import { useFailureText } from "../../i18n/use-failure-text.ts";
import { BackButton } from "../../ui/back-button.tsx";
import { CodeInput } from "../../ui/code-input.tsx";
import { errorId, Field, hintId } from "../../ui/field.tsx";
import { Form, SubmitButton } from "../../ui/form.tsx";
import { OtherMethods } from "../../ui/methods/other-methods.tsx";
import { useCodeField } from "../../use-code-field.ts";
import { useDraft } from "../../runtime/use-draft.ts";
import { usePart, useView } from "../../view-context.ts";
import { ChangeTarget } from "./change-target.tsx";
import { DeliveryHint } from "./delivery-hint.tsx";
import { RecoveryInstead } from "./recovery-instead.tsx";
import { ResendRow } from "./resend-row.tsx";
import { TrustCheck } from "./trust-check.tsx";
import { useDelivery } from "./use-delivery.ts";
import { useWebOtp } from "./use-web-otp.ts";

interface CodeFormProps {
  readonly factor: FactorState;
  /** The address can be another one. */
  readonly changeable: boolean;
  /** Days for which this device may be trusted; absent: not offered. */
  readonly trustDays?: number | undefined;
}

/** Hint, code, Verify, and the resend row. Typing and submitting stay possible whatever is being sent (law 5). */
export function CodeForm({ factor, changeable, trustDays }: CodeFormProps): ReactNode {
  const { id, say, autoSubmit, submit } = useView();
  const part = usePart();
  const choices = useForm<{ readonly remember: boolean }>({ defaultValues: { remember: false } });
  const field = useCodeField({ draft: useDraft(`code.${factor.factor}`), autoSubmit, trustDevice: () => choices.getValues("remember"), submitCode: submit });
  const error = useCodeError(field, useFailureText(field.failure));
  const { sent, over } = useDelivery(factor.delivery);
  // From the moment of sending: the message may be faster than the answer.
  useWebOtp(factor.factor === "sms" && factor.delivery.is !== "unsent" && !field.busy, field.fill);
  const name = `${id}-otp`;
  return (
    <Form busy={field.busy} onSubmit={field.onSubmit}>
      <p id={hintId(name)} {...part("delivery")}>
        <DeliveryHint factor={factor} />
      </p>
      {trustDays !== undefined && <TrustCheck days={trustDays} register={choices.register("remember")} />}
      <Field name={name} label={say("verify.code")} error={error}>
        <CodeInput
          {...field.inputProps}
          id={name}
          length={Math.min(field.digits.length, CODE_LENGTH)}
          invalid={error !== undefined}
          readOnly={field.busy}
          aria-describedby={`${hintId(name)} ${errorId(name)}`}
        />
      </Field>
      {over && <ResendRow key="resend" factor={factor} />}
      <SubmitButton key="verify" busy={field.busy} quiet={over}>
        {say("verify.submit")}
      </SubmitButton>
      {!over && factor.delivery.is !== "notNeeded" && <ResendRow key="resend" factor={factor} />}
      {factor.factor === "totp" && <RecoveryInstead />}
      {changeable && sent && <ChangeTarget as="link" factor={factor.factor} />}
      <OtherMethods />
      <BackButton>{say("back.password")}</BackButton>
    </Form>
  );
}

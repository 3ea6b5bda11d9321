import type { FactorState } from "@guard/machine";
import type { ReactNode } from "react";
import { useFailureText } from "../../i18n/use-failure-text.ts";
import { hintId } from "../../ui/field.tsx";
import { Form, SubmitButton } from "../../ui/form.tsx";
import { LabelledCode } from "../../ui/labelled-code.tsx";
import type { CodeField } from "../../use-code-field.ts";
import { usePart, useView } from "../../view-context.ts";
import { DeliveryHint } from "./delivery-hint.tsx";
import { ResendRow } from "./resend-row.tsx";
import { useDelivery } from "./use-delivery.ts";
import { useWebOtp } from "./use-web-otp.ts";

interface CodeEntryFormProps {
  readonly factor: FactorState;
  readonly field: CodeField;
  /** What the button says. */
  readonly label: string;
  /** Above the field, which may go off by its last digit. */
  readonly choice?: ReactNode;
  /** Wrong codes lead to the lock (R11). Default true. */
  readonly locks?: boolean;
  readonly onSend: () => void;
  /** The ways beside it. */
  readonly children: ReactNode;
}

/** Hint, code, button, and the resend row. Typing and submitting stay possible whatever is being sent (law 5). */
export function CodeEntryForm({ factor, field, label, choice, locks = true, onSend, children }: CodeEntryFormProps): ReactNode {
  const { id } = useView();
  const part = usePart();
  const refusal = useFailureText(field.failure, locks);
  const { over } = useDelivery(factor.delivery);
  // From the moment of sending: the message may be faster than the answer.
  useWebOtp(factor.factor === "sms" && factor.delivery.is !== "unsent" && !field.busy, field.fill);
  const name = `${id}-otp`;
  return (
    <Form busy={field.busy} onSubmit={field.onSubmit}>
      <p id={hintId(name)} {...part("delivery")}>
        <DeliveryHint factor={factor} />
      </p>
      {choice}
      <LabelledCode name={name} field={field} refusal={refusal} hinted />
      {over && <ResendRow key="resend" factor={factor} onSend={onSend} />}
      <SubmitButton key="verify" busy={field.busy} quiet={over}>
        {label}
      </SubmitButton>
      {!over && factor.delivery.is !== "notNeeded" && <ResendRow key="resend" factor={factor} onSend={onSend} />}
      {children}
    </Form>
  );
}

import { CODE_LENGTH, type FactorState } from "@guard/machine";
import type { ReactNode } from "react";
import { useFailureText } from "../../i18n/use-failure-text.ts";
import { BackButton } from "../../ui/back-button.tsx";
import { CodeInput } from "../../ui/code-input.tsx";
import { errorId, Field, hintId } from "../../ui/field.tsx";
import { Form, SubmitButton } from "../../ui/form.tsx";
import { useCodeField, type CodeField } from "../../use-code-field.ts";
import { usePart, useView } from "../../view-context.ts";
import { ChangeTarget } from "./change-target.tsx";
import { DeliveryHint } from "./delivery-hint.tsx";
import { ResendRow } from "./resend-row.tsx";
import { useDelivery } from "./use-delivery.ts";

/** One place for what is wrong with the code, whoever says so (law 10). */
function useCodeError({ problem, failure, digits }: CodeField): string | undefined {
  const { say } = useView();
  const refusal = useFailureText(failure);
  switch (problem) {
    case "empty":
      return say("verify.empty");
    case "short":
      return say("verify.short", { count: digits.length });
    case "tooLong":
      return say("verify.long");
    case "several":
      return say("verify.several");
    case undefined:
      return failure?.error.code === "code_invalid" ? refusal : undefined;
  }
}

/** Hint, code, Verify, and the resend row. Typing and submitting stay possible whatever is being sent (law 5). */
export function CodeForm({ factor, changeable }: { readonly factor: FactorState; readonly changeable: boolean }): ReactNode {
  const { id, say, autoSubmit, submit } = useView();
  const part = usePart();
  const field = useCodeField({ autoSubmit, submitCode: submit });
  const error = useCodeError(field);
  const { sent, over } = useDelivery(factor.delivery);
  const name = `${id}-otp`;
  return (
    <Form busy={field.busy} onSubmit={field.onSubmit}>
      <p id={hintId(name)} {...part("delivery")}>
        <DeliveryHint factor={factor} />
      </p>
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
      {!over && <ResendRow key="resend" factor={factor} />}
      {changeable && sent && <ChangeTarget as="link" />}
      <BackButton>{say("back.password")}</BackButton>
    </Form>
  );
}

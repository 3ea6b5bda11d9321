import { CODE_LENGTH } from "@guard/machine";
import type { ReactNode } from "react";
import { useCodeError } from "../../i18n/use-code-error.ts";
import { BackButton } from "../../ui/back-button.tsx";
import { CodeInput } from "../../ui/code-input.tsx";
import { errorId, Field } from "../../ui/field.tsx";
import { Form, SubmitButton } from "../../ui/form.tsx";
import { OtherMethods } from "../../ui/methods/other-methods.tsx";
import { useCodeField } from "../../use-code-field.ts";
import { useGuard } from "../../use-guard.ts";
import { usePart, useView } from "../../view-context.ts";

interface ConfirmFormProps {
  /** The server's refusal, in words. */
  readonly error: string | undefined;
  /** The key on screen has died: only another one helps. */
  readonly over: boolean;
}

/** The app's first code. It is not counted towards the lock (R11); too many wrong ones end the key. */
export function ConfirmForm({ error: refusal, over }: ConfirmFormProps): ReactNode {
  const { id, say, autoSubmit, submit } = useView();
  const part = usePart();
  const send = useGuard((guard) => guard.send);
  const field = useCodeField({ autoSubmit, submitCode: submit });
  const error = useCodeError(field, refusal);
  const name = `${id}-otp`;
  return (
    <Form busy={field.busy} onSubmit={field.onSubmit}>
      <Field name={name} label={say("verify.code")} error={error}>
        <CodeInput
          {...field.inputProps}
          id={name}
          length={Math.min(field.digits.length, CODE_LENGTH)}
          invalid={error !== undefined}
          readOnly={field.busy}
          aria-describedby={errorId(name)}
        />
      </Field>
      {over && (
        <button type="button" onClick={() => send({ type: "TOTP.RETRY" })} {...part("submit")}>
          {say("enrol.renew")}
        </button>
      )}
      <SubmitButton busy={field.busy} quiet={over}>
        {say("enrol.confirm")}
      </SubmitButton>
      <OtherMethods />
      <BackButton>{say("back.password")}</BackButton>
    </Form>
  );
}

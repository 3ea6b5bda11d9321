import type { ReactNode } from "react";
import { Form, SubmitButton } from "../../ui/form.tsx";
import { LabelledCode } from "../../ui/labelled-code.tsx";
import type { CodeField } from "../../use-code-field.ts";
import { usePart, useView } from "../../view-context.ts";

interface ConfirmFormProps {
  /** The server's refusal, in words. */
  readonly error: string | undefined;
  /** The key on screen has died: only another one helps. */
  readonly over: boolean;
  readonly field: CodeField;
  /** Asks for another key. */
  readonly onRenew: () => void;
  /** The ways beside it. */
  readonly children: ReactNode;
}

/** The app's first code. It is not counted towards the lock (R11); too many wrong ones end the key. */
export function ConfirmForm({ error, over, field, onRenew, children }: ConfirmFormProps): ReactNode {
  const { id, say } = useView();
  const part = usePart();
  return (
    <Form busy={field.busy} onSubmit={field.onSubmit}>
      <LabelledCode name={`${id}-otp`} field={field} refusal={error} />
      {over && (
        <button type="button" onClick={onRenew} {...part("submit")}>
          {say("enrol.renew")}
        </button>
      )}
      <SubmitButton busy={field.busy} quiet={over}>
        {say("enrol.confirm")}
      </SubmitButton>
      {children}
    </Form>
  );
}

import type { ReactNode } from "react";
import { useForm, useWatch } from "react-hook-form";
import { Field } from "../../ui/field.tsx";
import { Form, SubmitButton } from "../../ui/form.tsx";
import { TextControl } from "../../ui/text-control.tsx";
import { useView } from "../../view-context.ts";
import type { AddressFormProps } from "./address-form.ts";
import { useRefusedField } from "./use-refused-field.ts";

/** Enough to catch a slip in place; the server is the judge of addresses. */
export const looksLikeEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(text.trim());

/** Managers take this name for an address to keep, not for a login name (ux.md B21). */
const FIELD = "new-email";

interface Values {
  readonly [FIELD]: string;
}

/** The address that codes will go to. */
export function EmailForm({ known, busy, refusal, drafts, label, children }: AddressFormProps): ReactNode {
  const { id, say, submit: submitEvent } = useView();
  const draft = drafts(FIELD);
  const form = useForm<Values>({ defaultValues: { [FIELD]: draft.read() || known } });
  useRefusedField(form, FIELD, refusal?.id);
  const typed = useWatch({ control: form.control, name: FIELD });
  const problem = form.formState.errors[FIELD];
  const name = `${id}-${FIELD}`;
  const error = problem ? say(problem.type === "filled" ? "bind.required" : "bind.invalid") : typed.trim() === refusal?.target ? refusal.text : undefined;
  const submit = form.handleSubmit((values) => submitEvent({ type: "TARGET.SUBMIT", target: values[FIELD].trim() }));
  return (
    <Form busy={busy} onSubmit={(event) => void submit(event)}>
      <Field name={name} label={say("bind.email")} error={error}>
        <TextControl
          {...form.register(FIELD, { validate: { filled: (typed) => typed.trim() !== "", formed: looksLikeEmail }, onChange: ({ target }: { readonly target: HTMLInputElement }) => draft.write(target.value) })}
          type="email"
          inputMode="email"
          autoComplete="email"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="next"
          id={name}
          error={error}
          busy={busy}
        />
      </Field>
      <SubmitButton busy={busy}>{label}</SubmitButton>
      {children}
    </Form>
  );
}

import type { ReactNode } from "react";
import { Field } from "../../ui/field.tsx";
import { Form, SubmitButton } from "../../ui/form.tsx";
import { TextControl } from "../../ui/text-control.tsx";
import { useView } from "../../view-context.ts";
import type { AddressFormProps } from "./address-form.ts";
import { CountryField } from "./country-field.tsx";
import { usePhoneField } from "./use-phone-field.ts";
import { useRefusedField } from "./use-refused-field.ts";

/** The number that codes will go to: a country and the rest, or the whole of it with its "+". */
export function PhoneForm({ known, busy: running, refusal, drafts, label, children }: AddressFormProps): ReactNode {
  const { id, say } = useView();
  const { form, country, numbers, problem, onTyped, onCountry, onSubmit, isStill } = usePhoneField(known, drafts);
  useRefusedField(form, "phone", refusal?.id);
  const busy = running || form.formState.isSubmitting;
  const error = problem ? say(`bind.phone.${problem}`) : refusal && isStill(refusal.target) ? refusal.text : undefined;
  const name = `${id}-phone`;
  return (
    <Form busy={busy} onSubmit={onSubmit}>
      <CountryField value={country} numbers={numbers} busy={busy} onChoose={onCountry} />
      <Field name={name} label={say("bind.phoneNumber")} error={error}>
        <TextControl
          {...form.register("phone")}
          onChange={onTyped}
          type="tel"
          inputMode="tel"
          autoComplete="tel"
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

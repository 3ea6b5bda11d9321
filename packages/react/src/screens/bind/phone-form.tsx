import { activeFactor } from "@guard/machine";
import type { ReactNode } from "react";
import { BackButton } from "../../ui/back-button.tsx";
import { errorId, Field } from "../../ui/field.tsx";
import { Form, SubmitButton } from "../../ui/form.tsx";
import { OtherMethods } from "../../ui/methods/other-methods.tsx";
import { usePart, useView } from "../../view-context.ts";
import type { BindFormProps } from "./bind.view.tsx";
import { CountryField } from "./country-field.tsx";
import { usePhoneField } from "./use-phone-field.ts";
import { useRefusedField } from "./use-refused-field.ts";

/** A phone number that somebody signed in with is not asked for again (3.3.7). */
const knownPhone = (identifier: string): string => (/^\+?[\d\s().-]{7,}$/.test(identifier) ? identifier : "");

/** The number that codes will go to: a country and the rest, or the whole of it with its "+". */
export function PhoneForm({ state, refusal }: BindFormProps): ReactNode {
  const { id, say } = useView();
  const part = usePart();
  const { typedTarget } = activeFactor(state.challenge);
  const { form, country, numbers, problem, onTyped, onCountry, onSubmit, isStill } = usePhoneField(typedTarget ?? knownPhone(state.identifier));
  useRefusedField(form, "phone", refusal?.id);
  const busy = state.at === "bind.checking" || form.formState.isSubmitting;
  const error = problem ? say(`bind.phone.${problem}`) : refusal && isStill(typedTarget) ? refusal.text : undefined;
  const name = `${id}-phone`;
  return (
    <Form busy={busy} onSubmit={onSubmit}>
      <CountryField value={country} numbers={numbers} busy={busy} onChoose={onCountry} />
      <Field name={name} label={say("bind.phoneNumber")} error={error}>
        <div {...part("controlBox")}>
          <input
            {...form.register("phone")}
            onChange={onTyped}
            id={name}
            type="tel"
            inputMode="tel"
            autoComplete="tel"
            enterKeyHint="next"
            dir="ltr"
            readOnly={busy}
            data-slot="control"
            aria-required="true"
            aria-invalid={error !== undefined}
            aria-describedby={errorId(name)}
          />
        </div>
      </Field>
      <SubmitButton busy={busy}>{say("bind.submit")}</SubmitButton>
      <OtherMethods />
      <BackButton>{say("back.password")}</BackButton>
    </Form>
  );
}

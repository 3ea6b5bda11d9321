import { useMemo, type ReactNode } from "react";
import type { CountrySelectProps } from "../../slots.ts";
import { Field } from "../../ui/field.tsx";
import { Slot } from "../../ui/slot.tsx";
import { usePart, useView } from "../../view-context.ts";
import { countryOptions, firstCountry } from "./countries.ts";
import type { PhoneNumbers } from "./phone-numbers.ts";

interface CountryFieldProps {
  readonly value: string;
  readonly numbers: PhoneNumbers | undefined;
  readonly busy: boolean;
  readonly onChoose: (country: string) => void;
}

const noCode = (): string => "";

/** The country of a number; until the numbers' chunk is there, those that the application names, without their codes. */
export function CountryField({ value, numbers, busy, onChoose }: CountryFieldProps): ReactNode {
  const { id, say, locale, settings } = useView();
  const part = usePart();
  const allowed = settings?.phoneCountries;
  const options = useMemo(() => countryOptions(allowed ?? numbers?.countries ?? [firstCountry(allowed, locale)], locale, numbers?.callingCode ?? noCode), [allowed, numbers, locale]);
  const name = `${id}-country`;
  const select = { id: name, value, options, busy, onChoose };
  return (
    <Field name={name} label={say("bind.country")}>
      <div {...part("controlBox")}>
        <Slot name="CountrySelect" given={select}>
          <NativeSelect {...select} />
        </Slot>
      </div>
    </Field>
  );
}

/** The browser's own: best on phones, and typing a letter finds a country. */
function NativeSelect({ id, value, options, busy, onChoose }: CountrySelectProps): ReactNode {
  const part = usePart();
  return (
    <select id={id} name="country" value={value} autoComplete="tel-country-code" aria-disabled={busy} onChange={({ target }) => !busy && onChoose(target.value)} {...part("control")}>
      {options.map(({ country, label }) => (
        <option key={country} value={country}>
          {label}
        </option>
      ))}
    </select>
  );
}

import { useMemo, type ReactNode } from "react";
import type { UseFormRegisterReturn } from "react-hook-form";
import { Field } from "../../ui/field.tsx";
import { usePart, useView } from "../../view-context.ts";
import { countryOptions, firstCountry } from "./countries.ts";
import type { PhoneNumbers } from "./phone-numbers.ts";

interface CountrySelectProps {
  readonly register: UseFormRegisterReturn;
  readonly numbers: PhoneNumbers | undefined;
  readonly busy: boolean;
  readonly onChosen: (country: string) => void;
}

const noCode = (): string => "";

/** The browser's own select: best on phones, and typing a letter finds a country. */
export function CountrySelect({ register, numbers, busy, onChosen }: CountrySelectProps): ReactNode {
  const { id, say, locale, settings } = useView();
  const part = usePart();
  const allowed = settings?.phoneCountries;
  const options = useMemo(() => countryOptions(allowed ?? numbers?.countries ?? [firstCountry(allowed, locale)], locale, numbers?.callingCode ?? noCode), [allowed, numbers, locale]);
  const name = `${id}-country`;
  return (
    <Field name={name} label={say("bind.country")}>
      <div {...part("controlBox")}>
        <select {...register} onChange={({ target }) => onChosen(target.value)} id={name} autoComplete="tel-country-code" aria-disabled={busy} data-slot="control">
          {options.map(({ country, label }) => (
            <option key={country} value={country}>
              {label}
            </option>
          ))}
        </select>
      </div>
    </Field>
  );
}

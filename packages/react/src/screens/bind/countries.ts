import type { CountryOption } from "../../slots.ts";

/** By name, as the reader's language sorts (G8). */
export function countryOptions(countries: readonly string[], locale: string, callingCode: (country: string) => string): readonly CountryOption[] {
  const names = new Intl.DisplayNames(locale, { type: "region" });
  const { compare } = new Intl.Collator(locale);
  const labelOf = (country: string): string => {
    const name = names.of(country) ?? country;
    const code = callingCode(country);
    // A telephone code reads from the left in every language.
    return code === "" ? name : `${name} (\u2066+${code}\u2069)`;
  };
  return countries.map((country) => ({ country, label: labelOf(country) })).toSorted((one, other) => compare(one.label, other.label));
}

const regionOf = (tag: string): string | undefined => new Intl.Locale(tag).maximize().region;

/** The first country of the application; without such a list, the one that the reader's language comes from. */
export const firstCountry = (allowed: readonly string[] | undefined, locale: string): string => allowed?.[0] ?? regionOf(locale) ?? "US";

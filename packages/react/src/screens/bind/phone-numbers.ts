// The chunk that knows the world's numbers: 33 kB, asked for by the phone form alone.
import { AsYouType, getCountries, getCountryCallingCode, parsePhoneNumberFromString, validatePhoneNumberLength, type CountryCode } from "libphonenumber-js/core";
import metadata from "libphonenumber-js/metadata.min";

/** Why what was typed is no number to send a code to. */
type NumberProblem = "short" | "long" | "notANumber" | "country";

export interface PhoneNumbers {
  readonly countries: readonly string[];
  readonly callingCode: (country: string) => string;
  /** As people of that country write it, as far as it was typed. */
  readonly format: (typed: string, country: string) => string;
  /** The country of a number that begins with "+"; the chosen one, where it has the same code or where no number can be told yet. */
  readonly countryOf: (typed: string, chosen: string, allowed?: readonly string[]) => string;
  /** A number as written in one country, for another. */
  readonly moveTo: (typed: string, country: string) => string;
  /** E.164, or what is wrong. `allowed`: the countries that codes are sent to; absent: all. */
  readonly read: (typed: string, country: string, allowed?: readonly string[]) => { readonly number: string } | { readonly problem: NumberProblem };
}

const known = new Set<string>(getCountries(metadata));
const isCountry = (text: string): text is CountryCode => known.has(text);
const within = (country: string): { readonly defaultCountry?: CountryCode } => (isCountry(country) ? { defaultCountry: country } : {});
const codeOf = (country: string): string => (isCountry(country) ? getCountryCallingCode(country, metadata) : "");
/** The main one first. */
const countriesOf = (code: string): readonly string[] => Object.entries(metadata.country_calling_codes).find(([each]) => each === code)?.[1] ?? [];

function parserOf(typed: string): AsYouType {
  const parser = new AsYouType(undefined, metadata);
  parser.input(typed);
  return parser;
}

const lengthProblems = { TOO_SHORT: "short", TOO_LONG: "long", NOT_A_NUMBER: "notANumber", INVALID_COUNTRY: "notANumber", INVALID_LENGTH: "notANumber" } as const;

const format = (typed: string, country: string): string => new AsYouType(within(country), metadata).input(typed);

export const phoneNumbers: PhoneNumbers = {
  countries: [...known],
  callingCode: codeOf,
  format,
  countryOf: (typed, chosen, allowed) => {
    // Which of two countries with one code a number is from is a guess (+44 7911 is Guernsey's as much as Britain's), so the code decides alone.
    const code = parserOf(typed).getCallingCode();
    if (code === undefined || code === codeOf(chosen)) return chosen;
    const candidates = countriesOf(code);
    return candidates.find((each) => !allowed || allowed.includes(each)) ?? chosen;
  },
  moveTo: (typed, country) => {
    const code = typed.startsWith("+") ? parserOf(typed).getCallingCode() : undefined;
    const elsewhere = code !== undefined && code !== codeOf(country);
    return format(elsewhere ? typed.replace(/\D/g, "").slice(code.length) : typed, country);
  },
  read: (typed, country, allowed) => {
    const wrongLength = validatePhoneNumberLength(typed, within(country), metadata);
    if (wrongLength) return { problem: lengthProblems[wrongLength] };
    const parsed = parsePhoneNumberFromString(typed, { ...within(country), extract: false }, metadata);
    if (!parsed) return { problem: "notANumber" };
    const reachable = !allowed || allowed.some((each) => codeOf(each) === parsed.countryCallingCode);
    return reachable ? { number: parsed.number } : { problem: "country" };
  },
};

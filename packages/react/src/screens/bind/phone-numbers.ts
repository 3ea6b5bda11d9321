// The chunk that knows the world's numbers: 33 kB, asked for by the phone form alone.
import { AsYouType, getCountries, getCountryCallingCode, parsePhoneNumberFromString, validatePhoneNumberLength, type CountryCode } from "libphonenumber-js/min";

/** Why what was typed is no number to send a code to. */
export type PhoneProblem = "empty" | "short" | "long" | "notANumber" | "country";

export interface PhoneNumbers {
  readonly countries: readonly string[];
  readonly callingCode: (country: string) => string;
  /** As people of that country write it, as far as it was typed. */
  readonly format: (typed: string, country: string) => string;
  /** The country of a number that begins with "+", unless it is as good as the one already chosen. */
  readonly countryOf: (typed: string, chosen: string) => string;
  /** E.164, or what is wrong. */
  readonly read: (typed: string, country: string) => { readonly number: string; readonly country: string | undefined } | PhoneProblem;
}

const known = new Set<string>(getCountries());
const isCountry = (text: string): text is CountryCode => known.has(text);
const codeOf = (country: string): string => (isCountry(country) ? getCountryCallingCode(country) : "");

function problemOf(typed: string, country: string): PhoneProblem | undefined {
  switch (validatePhoneNumberLength(typed, isCountry(country) ? country : undefined)) {
    case "TOO_SHORT":
      return "short";
    case "TOO_LONG":
      return "long";
    case "NOT_A_NUMBER":
    case "INVALID_COUNTRY":
    case "INVALID_LENGTH":
      return "notANumber";
    case undefined:
      return undefined;
  }
}

export const phoneNumbers: PhoneNumbers = {
  countries: [...known],
  callingCode: codeOf,
  format: (typed, country) => new AsYouType(isCountry(country) ? country : undefined).input(typed),
  countryOf: (typed, chosen) => {
    const parser = new AsYouType();
    parser.input(typed);
    // +44 7911 is Guernsey's as much as Britain's: of two with one calling code the person's own choice stands.
    const guessed = parser.getCountry();
    return guessed === undefined || parser.getCallingCode() === codeOf(chosen) ? chosen : guessed;
  },
  read: (typed, country) => {
    const problem = problemOf(typed, country);
    if (problem) return problem;
    const parsed = parsePhoneNumberFromString(typed, isCountry(country) ? country : undefined);
    return parsed ? { number: parsed.number, country: parsed.country } : "notANumber";
  },
};

import { parsePhoneNumberFromString } from "libphonenumber-js/min";

/** Authing's clients send a national number, and its country only sometimes. */
const HOME = "+86";

/** A phone as clients write it, in international notation for the domain to parse. Pure. */
export function internationalPhone(phone: string, countryCode: string | null | undefined): string {
  const typed = phone.trim();
  if (typed.startsWith("+") || typed.startsWith("00")) return typed;
  const code = countryCode?.trim().replace(/^(\+|00)/, "") ?? "";
  return `${code === "" ? HOME : `+${code}`}${typed}`;
}

/** E.164 as clients show it and send it back: the national number beside its country's code. Pure. */
export function nationalPhone(phone: string): { readonly phone: string; readonly phoneCountryCode: string } {
  const number = parsePhoneNumberFromString(phone, { extract: false });
  return number === undefined ? { phone, phoneCountryCode: "" } : { phone: number.nationalNumber, phoneCountryCode: `+${number.countryCallingCode}` };
}

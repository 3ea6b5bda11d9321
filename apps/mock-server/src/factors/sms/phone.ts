import { parsePhoneNumberFromString } from "libphonenumber-js/min";
import { foldDigits } from "../../text/fold.ts";

/** The number in E.164, or nothing when it is none. Only international notation: `+…` or `00…`, however it is spaced. Pure. */
export function parsePhone(typed: string): string | undefined {
  const text = foldDigits(typed).trim();
  if (text.length > 40 || !/^(\+|00)[\d\s().-]+$/.test(text)) return undefined;
  const number = parsePhoneNumberFromString(text.replace(/^00/, "+"), { extract: false });
  return number?.isValid() === true ? number.number : undefined;
}

/** Where an E.164 number is at home, as ISO 3166-1 alpha-2; nothing for one that belongs to no country, as of a satellite. Pure. */
export const countryOf = (phone: string): string | undefined => parsePhoneNumberFromString(phone, { extract: false })?.country;

const DOTS = "••••••••";

/** `+86 •••••••• 88`: the country's code and the last two digits, with a fixed number of dots (R9b, S-36). Pure. */
export function maskPhone(phone: string): string {
  const code = parsePhoneNumberFromString(phone, { extract: false })?.countryCallingCode;
  return `${code === undefined ? "" : `+${code} `}${DOTS} ${phone.slice(-2)}`;
}

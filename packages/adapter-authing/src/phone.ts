/** A number as Authing's calls want it: national, beside its country's code. */
export interface Phone {
  readonly national: string;
  /** `+86` */
  readonly countryCode: string;
}

// ITU-T E.164: no country's code begins with another's, so one of these, or else three digits.
const SHORT_CODES = /^(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

/** A number in international notation, apart; nothing where it is none. Whether somebody has it is for the server to know. Pure. */
export function readPhone(typed: string): Phone | undefined {
  const text = typed.normalize("NFKC").trim();
  if (!/^(\+|00)[\d\s().-]+$/.test(text)) return undefined;
  const digits = text.replace(/\D/g, "").replace(/^00/, "");
  if (!/^[1-9]\d{6,14}$/.test(digits)) return undefined;
  const code = SHORT_CODES.exec(digits)?.[0] ?? digits.slice(0, 3);
  return { national: digits.slice(code.length), countryCode: `+${code}` };
}

/** A number as Authing's answers tell it: its country beside it, in front of it, or left out, which is China. Pure. */
export function joinPhone(number: string, countryCode = "+86"): Phone | undefined {
  if (number.startsWith("+")) return readPhone(number);
  return number === "" ? undefined : { national: number, countryCode: countryCode.startsWith("+") ? countryCode : `+${countryCode}` };
}

/** `+8613800138000` Pure. */
export const asE164 = ({ national, countryCode }: Phone): string => countryCode + national;

/** China's numbers go without their country, as Authing knows them; others keep it where a call has no field for it. Pure. */
export const asOneText = (phone: Phone): string => (phone.countryCode === "+86" ? phone.national : asE164(phone));

/** `+86 •••••••• 88`: the country's code and the last two digits, with a fixed number of dots (R9b). Pure. */
export const maskPhone = ({ national, countryCode }: Phone): string => `${countryCode} •••••••• ${national.slice(-2)}`;

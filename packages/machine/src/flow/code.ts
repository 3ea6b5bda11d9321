/** What a person typed or pasted, read as a code. */
export type ReadCode =
  | {
      readonly is: "digits";
      readonly digits: string;
      /** How many letters and signs were left out of what may have been meant as the code. */
      readonly dropped: number;
    }
  /** More than six digits in a row: refused in place, without a request. */
  | { readonly is: "tooLong" }
  /** A text with more than one code in it: none is taken. */
  | { readonly is: "several" };

export const CODE_LENGTH = 6;

// Arabic-Indic and Persian digits; full-width ones fall to NFKC.
const easternDigit = /[\u0660-\u0669\u06F0-\u06F9]/g;
const separator = /[\s\p{Cf}\p{Pd}._]/gu;

const foldDigits = (text: string): string =>
  text.normalize("NFKC").replace(easternDigit, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));

const only = (runs: readonly string[]): ReadCode | undefined => {
  if (runs.length > 1) return { is: "several" };
  return runs[0] === undefined ? undefined : { is: "digits", digits: runs[0].replace(separator, ""), dropped: 0 };
};

/** Reads a code out of anything: spaces, dashes, invisible marks and digits of other scripts are folded; of a sentence, its only six-digit run is taken (C2, C3). */
export function readCode(text: string): ReadCode {
  const folded = foldDigits(text);
  const plain = folded.replace(separator, "");
  if (/^\d*$/.test(plain)) return plain.length > CODE_LENGTH ? { is: "tooLong" } : { is: "digits", digits: plain, dropped: 0 };
  const joined = folded.match(/(?<!\d)\d{6}(?!\d)/g) ?? [];
  const grouped = folded.match(/(?<![\d\p{Pd}])\d{3}[\s\p{Pd}]\d{3}(?![\d\p{Pd}])/gu) ?? [];
  const found = only(joined) ?? only(grouped);
  if (found) return found;
  const digits = folded.replace(/\D/g, "");
  return digits.length > CODE_LENGTH ? { is: "tooLong" } : { is: "digits", digits, dropped: plain.length - digits.length };
}

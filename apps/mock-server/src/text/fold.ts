const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
const SPACES_AND_DASHES = /[\s\-\u058A\u05BE\u2010-\u2015\u2212\u2E3A\u2E3B\uFE58\uFE63\uFF0D]/g;
const EASTERN_DIGITS = /[\u0660-\u0669\u06F0-\u06F9]/g;

/** Takes away marks nobody sees: direction marks, joiners, a byte order mark. */
export const withoutInvisible = (text: string): string => text.replace(INVISIBLE, "");

/** Full-width, Arabic-Indic and Persian digits become ASCII; invisible marks go. */
export const foldDigits = (typed: string): string =>
  withoutInvisible(typed)
    .normalize("NFKC")
    .replace(EASTERN_DIGITS, (digit) => String(digit.charCodeAt(0) & 0x0f));

/** A code as its owner meant it: its digits in ASCII, without spaces and dashes (S-57). */
export const foldCode = (typed: string): string => foldDigits(typed).replace(SPACES_AND_DASHES, "");

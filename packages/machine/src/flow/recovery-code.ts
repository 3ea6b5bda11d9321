/** What a person typed or pasted, read as a recovery code. */
export type ReadRecoveryCode =
  | { readonly is: "complete"; readonly code: string }
  /** `count`: how many of the 25 are there. */
  | { readonly is: "tooShort"; readonly count: number }
  | { readonly is: "tooLong" }
  /** It holds a character that no recovery code has. */
  | { readonly is: "notACode" };

/** 25 characters of Crockford's alphabet carry 125 bits (R15). */
export const RECOVERY_CODE_LENGTH = 25;

const separator = /[\s\p{Cf}\p{Pd}._]/gu;

/** Reads it in any case and grouping; letters that look like digits are those digits (Crockford). */
export function readRecoveryCode(text: string): ReadRecoveryCode {
  const plain = text.normalize("NFKC").replace(separator, "").toUpperCase().replace(/[IL]/g, "1").replace(/O/g, "0");
  if (!/^[0-9A-HJKMNP-TV-Z]*$/.test(plain)) return { is: "notACode" };
  if (plain.length > RECOVERY_CODE_LENGTH) return { is: "tooLong" };
  return plain.length < RECOVERY_CODE_LENGTH ? { is: "tooShort", count: plain.length } : { is: "complete", code: plain };
}

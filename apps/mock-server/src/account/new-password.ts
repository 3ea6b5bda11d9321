import { lazy } from "../lazy.ts";

/** Why a password can't be chosen. */
export type PasswordRefusal = "too_short" | "too_long" | "common" | "names_you";

const MIN_LENGTH = 8;
const MAX_LENGTH = 1024;
/** A word shorter than this says nothing about a password that holds it. */
const MIN_WORD = 4;

/** 49 thousand passwords that were chosen most often. Loaded when the first one is chosen, for it weighs more than the server. */
const commonPasswords = lazy(async () => {
  const { dictionary } = await import("@zxcvbn-ts/language-common");
  return new Set(dictionary["passwords-common"]);
});

/** Whether a password may be chosen (S-37, S-38): length, the common ones, and words that stand to reason here. No composition rules. Asks nobody outside. */
export async function checkNewPassword(password: string, context: readonly string[]): Promise<PasswordRefusal | undefined> {
  if (Array.from(password).length < MIN_LENGTH) return "too_short";
  if (password.length > MAX_LENGTH) return "too_long";
  const common = await commonPasswords();
  const lower = password.toLowerCase();
  if (common.has(lower) || common.has(lower.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ""))) return "common";
  return isMostly(lower, context) ? "names_you" : undefined;
}

/** Whether, without these words, too little is left to be a password by itself. */
function isMostly(lower: string, context: readonly string[]): boolean {
  const words = context.map(lettersOf).filter((word) => word.length >= MIN_WORD).toSorted((a, b) => b.length - a.length);
  const letters = lettersOf(lower);
  const rest = words.reduce((left, word) => left.replaceAll(word, ""), letters);
  return rest.length < letters.length && rest.length < MIN_LENGTH;
}

const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

import { readRecoveryCode } from "@guard/machine";

/** Why what was typed can be no recovery code; `count`: how many characters are there. */
export type RecoveryProblem = { readonly is: "empty" } | { readonly is: "short"; readonly count: number } | { readonly is: "long" } | { readonly is: "notACode" };

/** Other backends' codes are a little shorter or longer than our 25; a slip far outside of that is not worth a counted try. */
const SHORTEST = 16;
const LONGEST = 40;

/** The code as it goes off, or what is wrong with it. Ours is folded here; the spelling of another length is its server's affair. */
export function readTyped(text: string): { readonly code: string } | RecoveryProblem {
  const typed = text.trim();
  if (typed === "") return { is: "empty" };
  const read = readRecoveryCode(typed);
  switch (read.is) {
    case "complete":
      return { code: read.code };
    case "tooShort":
      return read.count < SHORTEST ? { is: "short", count: read.count } : { code: typed };
    case "tooLong":
      return typed.length > LONGEST ? { is: "long" } : { code: typed };
    case "notACode":
      return { is: "notACode" };
  }
}

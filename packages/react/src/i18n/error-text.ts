import type { GuardError } from "@guard/contract";
import type { Failure } from "@guard/machine";
import type { Say } from "./create-i18n.ts";
import { formatTime } from "./format.ts";

/** From how many tries left on the lock is named in advance (E4). */
const WARN_AT = 2;

function refusedCode(say: Say, attemptsLeft: number | undefined): string {
  if (attemptsLeft === undefined) return say("error.code_invalid");
  return say(attemptsLeft <= WARN_AT ? "error.code_invalidLast" : "error.code_invalidLeft", { count: attemptsLeft });
}

const errorText = (say: Say, error: GuardError, late: boolean): string => {
  if (error.code === "code_invalid") return late ? say("error.code_expired") : refusedCode(say, error.attemptsLeft);
  if (error.code === "face_no_match" && error.attemptsLeft !== undefined) return say(error.attemptsLeft <= WARN_AT ? "error.face_no_matchLast" : "error.face_no_matchLeft", { count: error.attemptsLeft });
  return say(`error.${error.code}`);
};

/** A failure in the reader's words: by code, never the server's prose. `offset`: server clock minus client clock, ms. */
export function failureText(say: Say, locale: string, { error, late }: Failure, offset: number): string {
  const text = errorText(say, error, late);
  if (!("retryAt" in error) || error.retryAt === undefined) return text;
  return say("sentence.pair", { first: text, second: say("error.retryAt", { time: formatTime(error.retryAt - offset, locale) }) });
}

/** Failures that belong to the field a person typed into; the others stand above the form. */
export function isFieldFailure({ error: { code } }: Failure): boolean {
  return code === "code_invalid" || code === "target_invalid" || code === "target_unavailable" || code === "validation_failed";
}

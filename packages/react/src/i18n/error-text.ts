import type { GuardError } from "@guard/contract";
import type { Failure } from "@guard/machine";
import type { Say } from "./create-i18n.ts";
import { formatDuration, formatTime } from "./format.ts";

/** From how many tries left on the lock is named in advance (E4). */
const WARN_AT = 2;

function refusedCode(say: Say, attemptsLeft: number | undefined, locks: boolean): string {
  if (attemptsLeft === undefined) return say("error.code_invalid");
  if (!locks) return say("error.code_invalidTries", { count: attemptsLeft });
  return say(attemptsLeft <= WARN_AT ? "error.code_invalidLast" : "error.code_invalidLeft", { count: attemptsLeft });
}

const errorText = (say: Say, error: GuardError, late: boolean, locks: boolean): string => {
  if (error.code === "code_invalid") return late ? say("error.code_expired") : refusedCode(say, error.attemptsLeft, locks);
  if (error.code === "face_no_match" && error.attemptsLeft !== undefined) return say(error.attemptsLeft <= WARN_AT ? "error.face_no_matchLast" : "error.face_no_matchLeft", { count: error.attemptsLeft });
  return say(`error.${error.code}`);
};

/** From this wait on a time of day says more than a length, ms (E2). */
const LONG_WAIT = 60_000;

function waitText(say: Say, locale: string, until: number, now: number): string {
  const wait = until - now;
  return wait < LONG_WAIT ? say("error.retryIn", { duration: formatDuration(wait, locale) }) : say("error.retryAt", { time: formatTime(until, locale) });
}

/** Epoch ms by the client's clock. `offset`: server clock minus client clock. */
interface Instant {
  readonly now: number;
  readonly offset: number;
  /** Wrong codes lead to the lock of R11. False at a sign-in by a code, which has tries of its own (R2a). Default true. */
  readonly locks?: boolean;
}

/** A failure in the reader's words: by code, never the server's prose. */
export function failureText(say: Say, locale: string, { error, late }: Failure, { now, offset, locks = true }: Instant): string {
  const text = errorText(say, error, late, locks);
  const until = "retryAt" in error && error.retryAt !== undefined ? error.retryAt - offset : now;
  return until > now ? say("sentence.pair", { first: text, second: waitText(say, locale, until, now) }) : text;
}

/** Failures that belong to the field a person typed into; the others stand above the form. */
export function isFieldFailure({ error: { code } }: Failure): boolean {
  return code === "code_invalid" || code === "target_invalid" || code === "target_unavailable" || code === "validation_failed";
}

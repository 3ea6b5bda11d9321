import { ErrorCode, toGuardError, type ErrorCode as Code, type GuardError } from "@guard/contract";
import * as v from "valibot";
import type { Refusal } from "./refusal.ts";

/** What stands in `data`. `reason` is the reference server's: our own code, where Authing has one number for several things. */
const Details = v.object({
  reason: v.fallback(v.optional(ErrorCode), undefined),
  remainCount: v.fallback(v.optional(v.number()), undefined),
  unlockAt: v.fallback(v.optional(v.number()), undefined),
  retryAfter: v.fallback(v.optional(v.number()), undefined),
});

const CODES: ReadonlyMap<number, Code> = new Map([
  [2333, "invalid_credentials"],
  [2004, "invalid_credentials"],
  [2006, "invalid_credentials"],
  [2001, "code_invalid"],
  [2300, "code_invalid"],
  [6001, "code_invalid"],
  [6002, "code_invalid"],
  [2005, "locked"],
  [2057, "closed"],
  [2020, "unauthorized"],
  [2021, "challenge_expired"],
  [2080, "resend_too_soon"],
  [422, "resend_too_soon"],
  [1002, "rate_limited"],
  [2200, "target_unavailable"],
  [2035, "target_unavailable"],
  [1700, "face_no_match"],
  [1701, "image_invalid"],
  [1702, "factor_unavailable"],
  [502, "face_no_match"],
  [403, "forbidden"],
  [404, "not_found"],
  [408, "timeout"],
  [501, "not_supported"],
]);

/** Authing's wait between two codes, where a refusal names none. */
const RESEND_SECONDS = 60;

/** A refusal in the contract's words; its times are counted from `now`. Pure. */
export function guardErrorOf(refusal: Refusal, now: number): GuardError {
  switch (refusal.by) {
    case "server":
      return serverError(refusal.code, refusal.data, now);
    case "gateway":
      return gatewayError(refusal.status);
    case "network":
    case "timeout":
      return { code: refusal.by };
    case "sdk":
      return { code: "unknown", raw: refusal.raw };
  }
}

function serverError(number: number, data: unknown, now: number): GuardError {
  const { output, success } = v.safeParse(Details, data);
  const { reason, remainCount, unlockAt, retryAfter }: v.InferOutput<typeof Details> = success ? output : {};
  const code = reason ?? CODES.get(number);
  if (code === undefined) return { code: "unknown", raw: `authing_${number}` };
  // Authing's own service tells no end of a lock, and one without an end is for an administrator to open.
  if (code === "locked" && unlockAt === undefined) return { code: "closed" };
  const wait = retryAfter ?? (code === "resend_too_soon" ? RESEND_SECONDS : undefined);
  const at = wait === undefined ? {} : { resendAt: now + wait * 1000, retryAt: now + wait * 1000 };
  return toGuardError({ code, ...at, ...(remainCount === undefined ? {} : { attemptsLeft: remainCount }), ...(unlockAt === undefined ? {} : { lockedUntil: unlockAt }) });
}

/** What a status alone says, when a gateway answered in the server's place. */
function gatewayError(status: number): GuardError {
  if (status === 429) return { code: "rate_limited" };
  if (status === 502 || status === 503 || status === 504) return { code: "unavailable" };
  return { code: "unknown", raw: `http_${status}` };
}

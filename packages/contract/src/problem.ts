import * as v from "valibot";
import { ErrorCode } from "./error-code.ts";
import { Text, Time } from "./primitives.ts";
import type { GuardError } from "./result.ts";

/** An RFC 9457 problem as it travels: `code` is a string here because a newer server may know more codes than we do. */
export const Problem = v.object({
  type: v.optional(Text),
  title: v.optional(Text),
  status: v.optional(v.number()),
  detail: v.optional(Text),
  code: Text,
  now: v.optional(Time),
  attemptsLeft: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  lockedUntil: v.optional(Time),
  resendAt: v.optional(Time),
  retryAt: v.optional(Time),
});
export type Problem = v.InferOutput<typeof Problem>;

/** Turns a problem into the closed union. An unknown code, or a known one without the time it must carry, becomes `unknown`. */
export function toGuardError(problem: Problem): GuardError {
  const code = v.safeParse(ErrorCode, problem.code);
  if (!code.success) return { code: "unknown", raw: problem.code };
  const { lockedUntil, resendAt, retryAt, attemptsLeft } = problem;
  switch (code.output) {
    case "code_invalid":
    case "face_no_match":
      return attemptsLeft === undefined ? { code: code.output } : { code: code.output, attemptsLeft };
    case "locked":
      return lockedUntil === undefined ? { code: "unknown", raw: "locked" } : { code: "locked", lockedUntil };
    case "resend_too_soon":
      return resendAt === undefined ? { code: "unknown", raw: "resend_too_soon" } : { code: "resend_too_soon", resendAt };
    case "ip_code_limit":
    case "recipient_limit":
    case "rate_limited":
    case "unavailable":
      return retryAt === undefined ? { code: code.output } : { code: code.output, retryAt };
    default:
      return { code: code.output };
  }
}

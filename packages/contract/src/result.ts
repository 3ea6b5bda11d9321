import * as v from "valibot";
import { ErrorCode, RetryCode } from "./error-code.ts";
import { Text, Time } from "./primitives.ts";

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

type PlainCode = Exclude<ErrorCode, "code_invalid" | "locked" | "resend_too_soon" | RetryCode | "unknown">;

/** Why a call failed. Each code carries the data its view needs and nothing else; times are epoch ms by the server's clock. */
export type GuardError =
  | { readonly code: PlainCode }
  | { readonly code: "code_invalid"; readonly attemptsLeft?: number }
  | { readonly code: "locked"; readonly lockedUntil: Time }
  | { readonly code: "resend_too_soon"; readonly resendAt: Time }
  | { readonly code: RetryCode; readonly retryAt?: Time }
  | { readonly code: "unknown"; readonly raw?: string };

/** Expected failures are values (law 9). `now` is the server's clock at the answer, absent when no server answered. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: GuardError; readonly now?: Time };

export const succeed = <T>(value: T): Result<T> => ({ ok: true, value });

export const fail = (error: GuardError, now?: Time): Result<never> =>
  now === undefined ? { ok: false, error } : { ok: false, error, now };

/** Turns a problem into the closed union. An unknown code, or a known one without the time it must carry, becomes `unknown`. */
export function toGuardError(problem: Problem): GuardError {
  const code = v.safeParse(ErrorCode, problem.code);
  if (!code.success) return { code: "unknown", raw: problem.code };
  const { lockedUntil, resendAt, retryAt, attemptsLeft } = problem;
  switch (code.output) {
    case "code_invalid":
      return attemptsLeft === undefined ? { code: "code_invalid" } : { code: "code_invalid", attemptsLeft };
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

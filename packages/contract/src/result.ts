import type { ErrorCode, RetryCode } from "./error-code.ts";
import type { Time } from "./primitives.ts";

type PlainCode = Exclude<ErrorCode, "code_invalid" | "face_no_match" | "locked" | "resend_too_soon" | RetryCode | "unknown">;

/** Why a call failed. Each code carries the data its view needs and nothing else; times are epoch ms by the server's clock. */
export type GuardError =
  | { readonly code: PlainCode }
  | { readonly code: "code_invalid" | "face_no_match"; readonly attemptsLeft?: number }
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

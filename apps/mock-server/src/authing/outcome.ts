import type { ErrorCode, GuardError } from "@guard/contract";
import { Unreadable } from "../crypto/seal.ts";
import type { Domain } from "../domain.ts";
import { Busy } from "../ports.ts";
import { isContention } from "../store/transaction.ts";
import type { MessageKey } from "./messages.ts";

/** What a call of an Authing client came to, before it is put into REST's or GraphQL's shape. */
export type Outcome<T = unknown> = { readonly ok: true; readonly data: T; readonly beside?: object; readonly endsLogin?: true } | { readonly ok: false; readonly refusal: Refusal };

/** A business error. It travels with HTTP 200: a client that hears anything else loses the code. */
export interface Refusal {
  readonly code: number;
  /** What Guard 5 goes by: 3xx leads to another view, 4xx shows the message, and of anything else nobody hears. */
  readonly statusCode: number;
  readonly message: MessageKey;
  readonly data?: object;
  /** What stands beside `data` in REST. */
  readonly beside?: object;
}

export const done = <T>(data: T, beside?: object): Outcome<T> => (beside === undefined ? { ok: true, data } : { ok: true, data, beside });

/** Authing's numbers for the contract's errors, each with what Guard goes by. */
const CODES: Readonly<Record<ErrorCode, readonly [code: number, statusCode: number]>> = {
  invalid_credentials: [2333, 400],
  code_invalid: [2001, 400],
  locked: [2005, 403],
  closed: [2057, 403],
  challenge_expired: [2021, 401],
  resend_too_soon: [2080, 429],
  ip_code_limit: [2080, 429],
  recipient_limit: [2080, 429],
  rate_limited: [1002, 429],
  delivery_failed: [500, 400],
  target_invalid: [400, 400],
  target_unavailable: [400, 400],
  bind_not_allowed: [403, 403],
  step_up_required: [2021, 401],
  factor_unavailable: [400, 400],
  face_no_match: [1700, 400],
  image_invalid: [1701, 400],
  not_supported: [501, 400],
  validation_failed: [400, 400],
  unauthorized: [2020, 401],
  forbidden: [403, 403],
  not_found: [404, 404],
  conflict: [400, 400],
  unavailable: [500, 429],
  network: [500, 400],
  timeout: [408, 408],
  unknown: [500, 400],
};

/** What was tried, where Authing has a number of its own for being wrong. */
export type Tried = "totp" | "recovery" | "face";

const WRONG = { totp: 6001, recovery: 6002, face: 1702 } as const;

/** An error of the contract in Authing's words; `reason` tells apart what Authing has one number for. Pure. */
export function refuse(error: GuardError, now: number, tried?: Tried): { readonly ok: false; readonly refusal: Refusal } {
  const [code, statusCode] = CODES[error.code];
  const data = { reason: error.code, now, ...deadlinesOf(error, now) };
  const own = tried !== undefined && tried !== "face" && error.code === "code_invalid";
  // Five faces that did not match are enough (S-56): the factor is not asked for any more.
  const spent = tried === "face" && error.code === "factor_unavailable";
  return { ok: false, refusal: { code: own || spent ? WRONG[tried] : code, statusCode, message: own ? tried : error.code, data } };
}

function deadlinesOf(error: GuardError, now: number): object {
  if ("lockedUntil" in error) return { unlockAt: error.lockedUntil };
  if ("attemptsLeft" in error && error.attemptsLeft !== undefined) return { remainCount: error.attemptsLeft };
  const until = "resendAt" in error ? error.resendAt : "retryAt" in error ? error.retryAt : undefined;
  return until === undefined ? {} : { retryAfter: Math.max(1, Math.ceil((until - now) / 1000)), retryAt: until };
}

/**
 * A server that is too busy, or has lost the key to a secret (S-18), says so like any other refusal, since with HTTP 503 its
 * clients would lose the reason. Every other fault is thrown on.
 */
export function refuseFault(fault: unknown, { clock, onFault }: Pick<Domain, "clock" | "onFault">): { readonly ok: false; readonly refusal: Refusal } {
  if (fault instanceof Busy || isContention(fault)) return refuse({ code: "unavailable" }, clock.now());
  if (!(fault instanceof Unreadable)) throw fault;
  // Nobody typed anything wrong: whoever runs the server has to mend it.
  onFault(fault);
  return refuse({ code: "factor_unavailable" }, clock.now());
}

import type { ErrorCode, GuardError } from "@guard/contract";

/** What a reader of the wire sees first; sentences for people live in the locales. */
const TITLES = {
  invalid_credentials: [401, "The identifier or the password is wrong."],
  code_invalid: [422, "The code is wrong, used or expired."],
  locked: [423, "Too many wrong codes: the account is locked for a while."],
  closed: [403, "Too many wrong codes: the account takes no codes until it is recovered."],
  challenge_expired: [401, "The login took too long or is over. Start again."],
  resend_too_soon: [429, "A code was sent a moment ago."],
  ip_code_limit: [429, "Too many codes were asked for from this address."],
  recipient_limit: [429, "Too many codes were sent to this recipient."],
  rate_limited: [429, "Too many requests."],
  delivery_failed: [502, "The message could not be handed over."],
  target_invalid: [422, "The address is not well-formed."],
  target_unavailable: [409, "The address can't be used."],
  bind_not_allowed: [403, "Nothing can be bound in this login."],
  step_up_required: [403, "A fresh proof is needed."],
  factor_unavailable: [409, "No factor of this account can be used here."],
  face_no_match: [422, "The face was not recognised."],
  image_invalid: [422, "The picture can not be used: JPEG or PNG with one face, at most 5 MB."],
  not_supported: [501, "This server does not do that."],
  validation_failed: [422, "The request does not have the expected shape."],
  unauthorized: [401, "The token is missing or opens nothing here."],
  forbidden: [403, "This is not allowed."],
  not_found: [404, "There is no such thing."],
  conflict: [409, "The request does not fit the current state."],
  unavailable: [503, "The server is busy."],
  network: [502, "The network failed."],
  timeout: [504, "The answer took too long."],
  unknown: [500, "Something went wrong on the server."],
} as const satisfies Record<ErrorCode, readonly [status: number, title: string]>;

/** Whoever hears one of these has to wait, a second at least, and is told how long (S-40). */
const WAITING: ReadonlySet<number> = new Set([423, 429, 503]);

/** A refusal as RFC 9457 problem+json. Deadlines are epoch ms; Retry-After counts whole seconds (S-40). */
export function problem(error: GuardError, now: number, status: number = TITLES[error.code][0]): Response {
  const title = TITLES[error.code][1];
  const { code, ...deadlines } = withoutRaw(error);
  const body = { type: `urn:guard:problem:${code}`, title, status, code, now, ...deadlines };
  const headers = new Headers({ "content-type": "application/problem+json" });
  if (WAITING.has(status)) headers.set("retry-after", String(Math.max(1, Math.ceil(((retryTime(error) ?? now) - now) / 1000))));
  if (status === 401) headers.set("www-authenticate", "Bearer");
  return new Response(JSON.stringify(body), { status, headers });
}

/** What another server called the error is of no use to a client. */
function withoutRaw(error: GuardError): Exclude<GuardError, { code: "unknown" }> | { readonly code: "unknown" } {
  return error.code === "unknown" ? { code: "unknown" } : error;
}

function retryTime(error: GuardError): number | undefined {
  if ("lockedUntil" in error) return error.lockedUntil;
  if ("resendAt" in error) return error.resendAt;
  return "retryAt" in error ? error.retryAt : undefined;
}

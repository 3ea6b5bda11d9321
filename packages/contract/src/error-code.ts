import * as v from "valibot";

/** The closed list of reasons a call can fail. Sentences live in the locales, never on the wire. Removing one is a major version. */
export const ErrorCode = v.picklist([
  "invalid_credentials",
  "code_invalid",
  "locked",
  "closed",
  "challenge_expired",
  "resend_too_soon",
  "ip_code_limit",
  "recipient_limit",
  "rate_limited",
  "delivery_failed",
  "target_invalid",
  "target_unavailable",
  "bind_not_allowed",
  "step_up_required",
  "factor_unavailable",
  "face_no_match",
  "image_invalid",
  "not_supported",
  "validation_failed",
  "unauthorized",
  "forbidden",
  "not_found",
  "conflict",
  "unavailable",
  "network",
  "timeout",
  "unknown",
]);
export type ErrorCode = v.InferOutput<typeof ErrorCode>;

/** Codes that say when the same call may be tried again. */
export const RetryCode = v.picklist(["ip_code_limit", "recipient_limit", "rate_limited", "unavailable"]);
export type RetryCode = v.InferOutput<typeof RetryCode>;

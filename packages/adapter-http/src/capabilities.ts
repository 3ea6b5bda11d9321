import type { Capabilities } from "@guard/contract";

/**
 * What the reference server can do. A backend that can do more or less passes its own list as `capabilities`: faces are
 * not in this one, because a server has them only where a provider is plugged in, and an adapter can't know that before
 * it is asked.
 */
export const httpCapabilities: Capabilities = {
  verify: ["email", "sms", "totp"],
  bind: ["email", "sms", "totp"],
  resume: true,
  signInCode: true,
  recovery: true,
  trustedDevice: true,
  account: true,
  idempotent: true,
  abortable: true,
};

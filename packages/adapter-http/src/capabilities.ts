import type { Capabilities } from "@guard/contract";

/** What the reference server can do today. A backend that can do more or less passes its own list as `capabilities`. */
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

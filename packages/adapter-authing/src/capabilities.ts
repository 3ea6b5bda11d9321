import type { Capabilities } from "@guard/contract";

/**
 * What Authing's protocol can express. It has no way to read a login on its way (`resume`), no key that makes a repeated
 * call safe, no trusted devices, and no personal centre as a whole; its SDK can't be stopped in the middle of a call.
 */
export const authingCapabilities: Capabilities = {
  verify: ["email", "sms", "totp", "face"],
  bind: ["email", "sms", "totp", "face"],
  resume: false,
  signInCode: true,
  recovery: true,
  trustedDevice: false,
  account: false,
  idempotent: false,
  abortable: false,
};

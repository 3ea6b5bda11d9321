import type { ChallengeFactor } from "@guard/contract";

/** What people call a factor, at the beginning of a sentence. Never an address: a notice may be read by others. */
export const FACTOR_NAMES: Readonly<Record<ChallengeFactor, string>> = {
  email: "An e-mail address",
  sms: "A phone number",
  totp: "An authenticator app",
  face: "Your face",
  recovery: "A recovery code",
};

import type { Factor } from "@guard/contract";

/** What a factor is called in a sentence to its owner. */
export const FACTOR_NAMES: Readonly<Record<Factor, string>> = {
  email: "an e-mail address",
  sms: "a phone number",
  totp: "an authenticator app",
  face: "a picture of your face",
};

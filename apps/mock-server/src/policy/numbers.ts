import * as v from "valibot";

const between = (low: number, high: number) => v.pipe(v.number(), v.integer(), v.minValue(low), v.maxValue(high));

/** Every number a policy can set, within its sane bounds. Durations in milliseconds, but for days. */
export const PolicyNumbers = v.object({
  /** R6. */
  codeLifetimeMs: between(60_000, 1_800_000),
  /** R9. */
  resendWaitMs: between(30_000, 600_000),
  /** R12; absolute, never sliding. */
  challengeLifetimeMs: between(300_000, 3_600_000),
  /** Absolute; there is no refresh token. */
  sessionLifetimeMs: between(300_000, 86_400_000),
  /** R11. */
  failuresToLock: between(3, 10),
  lockMs: between(60_000, 86_400_000),
  /** R11b; NIST allows at most 100 in a row. */
  failuresToClose: between(10, 100),
  /** R10: codes that one address may ask for within an hour. */
  codesPerAddressHour: between(5, 10_000),
  /** R10: codes to one recipient within an hour, asked for from one address. */
  codesPerRecipientHour: between(3, 1000),
  /** R10: codes to one recipient within a day, whoever asked. */
  codesPerRecipientDay: between(5, 1000),
  /** R24: days for which a device may be trusted; 0 is off. */
  trustDeviceDays: between(0, 90),
  /** R2a: codes to sign in with, to one address or account within a day, and tries at each. */
  signInCodesPerDay: between(3, 100),
  signInCodeTries: between(3, 10),
  /** S-33: messages by SMS that an application may send within a day; each one costs money. */
  smsPerDay: between(1, 1_000_000),
});
export type PolicyNumbers = Readonly<v.InferOutput<typeof PolicyNumbers>>;

/** The product's promises (R2a, R6, R9, R10, R11, R11b, R12, R24, S-33). */
export const DEFAULT_NUMBERS: PolicyNumbers = {
  codeLifetimeMs: 600_000,
  resendWaitMs: 60_000,
  challengeLifetimeMs: 900_000,
  sessionLifetimeMs: 43_200_000,
  failuresToLock: 6,
  lockMs: 3_600_000,
  failuresToClose: 100,
  codesPerAddressHour: 60,
  codesPerRecipientHour: 10,
  codesPerRecipientDay: 30,
  trustDeviceDays: 0,
  signInCodesPerDay: 10,
  signInCodeTries: 5,
  smsPerDay: 1000,
};

import type { Challenge, OfferedFactor, Session } from "@guard/contract";
import type { ChallengeData, Enrolment, Failure, FactorState } from "../flow/index.ts";

/** The instant at which every fixture lives: 2026-11-22T12:00:00Z, by both clocks. */
export const T0 = 1_795_348_800_000;

export const minutes = (count: number): number => count * 60_000;

export const session: Session = {
  token: "gs_fixture",
  expiresAt: T0 + minutes(720),
  app: "demo",
  authTime: T0,
  amr: ["pwd", "otp", "mfa"],
  user: { id: "usr_1", username: "email-user", email: "email-user@example.com" },
};

export const delivered = { sentTo: "e•••@e•••.com", resendAt: T0 + minutes(1), expiresAt: T0 + minutes(10) } as const;

/** 160 bits in base32, as an authenticator app takes them. */
const secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

export const enrolment: Enrolment = {
  secret,
  otpauthUri: `otpauth://totp/Acme:new-user?secret=${secret}&issuer=Acme&algorithm=SHA1&digits=6&period=30`,
  expiresAt: T0 + minutes(10),
};

export const emailOffer: OfferedFactor = { factor: "email", bound: true };

export const challengeAnswer = (over: Partial<Challenge> = {}): Challenge => ({
  token: "gc_fixture",
  expiresAt: T0 + minutes(15),
  need: "verify",
  factor: "email",
  factors: [emailOffer],
  now: T0,
  ...over,
});

export const emailFactor = (over: Partial<FactorState> = {}): FactorState => ({ factor: "email", bound: true, delivery: { is: "sent", ...delivered }, ...over });

/** No address is bound yet. */
export const unboundEmail = (over: Partial<FactorState> = {}): FactorState => emailFactor({ bound: false, delivery: { is: "unsent" }, ...over });

export const smsFactor = (over: Partial<FactorState> = {}): FactorState =>
  emailFactor({ factor: "sms", delivery: { is: "sent", ...delivered, sentTo: "+86 •••••••• 88" }, ...over });

const codeless = (factor: FactorState["factor"]) => (over: Partial<FactorState> = {}): FactorState => ({ factor, bound: true, delivery: { is: "notNeeded" }, ...over });

export const totpFactor = codeless("totp");
export const faceFactor = codeless("face");
export const recoveryFactor = codeless("recovery");

export const challengeData = (factor: FactorState = emailFactor(), over: Partial<ChallengeData> = {}): ChallengeData => ({
  token: "gc_fixture",
  expiresAt: T0 + minutes(15),
  need: "verify",
  active: factor.factor,
  factors: [factor],
  ...over,
});

export const failure = (error: Failure["error"], late = false): Failure => ({ id: "failed", error, late });

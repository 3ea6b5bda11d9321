import type { Challenge, OfferedFactor, Session } from "@guard/contract";
import type { ChallengeData, Failure, FactorState, State, StateName } from "../flow/index.ts";

/** The instant at which every fixture lives: 2026-11-22T12:00:00Z, by both clocks. */
export const T0 = 1_795_348_800_000;

const minutes = (count: number): number => count * 60_000;

export const session: Session = {
  token: "gs_fixture",
  expiresAt: T0 + minutes(720),
  app: "demo",
  authTime: T0,
  amr: ["pwd", "otp", "mfa"],
  user: { id: "usr_1", username: "email-user", email: "email-user@example.com" },
};

export const delivered = { sentTo: "e•••@e•••.com", resendAt: T0 + minutes(1), expiresAt: T0 + minutes(10) } as const;

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

export const emailFactor = (over: Partial<FactorState> = {}): FactorState => ({
  factor: "email",
  bound: true,
  delivery: { is: "sent", ...delivered },
  ...over,
});

export const challengeData = (factor: FactorState = emailFactor(), over: Partial<ChallengeData> = {}): ChallengeData => ({
  token: "gc_fixture",
  expiresAt: T0 + minutes(15),
  need: "verify",
  active: factor.factor,
  factors: [factor],
  ...over,
});

export const failure = (error: Failure["error"], late = false): Failure => ({ id: "failed", error, late });

const common = { identifier: "email-user", offset: 0 } as const;
const record = { is: "challenge", token: "gc_fixture", active: "email", expiresAt: T0 + minutes(15), offset: 0 } as const;
const unbound: FactorState = { factor: "email", bound: false, delivery: { is: "unsent" } };

/** One state of each name, as stories and tests show it. A state without a line here does not compile. */
export const fixtures: { readonly [At in StateName]: Extract<State, { at: At }> } = {
  password: { at: "password", ...common, identifier: "" },
  "password.submitting": { at: "password.submitting", ...common, task: "t1" },
  resuming: { at: "resuming", ...common, identifier: "", task: "t1", record },
  "resuming.failed": { at: "resuming.failed", ...common, identifier: "", record, failure: failure({ code: "network" }) },
  challenge: { at: "challenge", ...common, challenge: challengeData() },
  "challenge.verifying": { at: "challenge.verifying", ...common, task: "t1", key: "t1", challenge: challengeData() },
  bind: { at: "bind", ...common, identifier: "new-user", challenge: challengeData(unbound, { need: "bind" }) },
  "bind.checking": {
    at: "bind.checking",
    ...common,
    identifier: "new-user",
    task: "t1",
    challenge: challengeData(unbound, { need: "bind", typedTarget: "new-user@example.com" }),
  },
  locked: { at: "locked", ...common, lockedUntil: T0 + minutes(59) + 40_000 },
  closed: { at: "closed", ...common },
  expired: { at: "expired", ...common },
  done: { at: "done", ...common, session },
};

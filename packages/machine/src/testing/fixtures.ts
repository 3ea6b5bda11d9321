import type { State, StateName } from "../flow/index.ts";
import { challengeData, delivered, enrolment, failure, faceFactor, minutes, recoveryFactor, session, smsFactor, T0, totpFactor, unboundEmail } from "./parts.ts";

const common = { identifier: "email-user", offset: 0 } as const;
const running = { task: "t1", key: "t1" } as const;
const record = { is: "challenge", token: "gc_fixture", active: "email", expiresAt: T0 + minutes(15), offset: 0 } as const;
const delivery = { is: "sent", ...delivered } as const;

const newUser = { ...common, identifier: "new-user" } as const;
const enrolling = { ...newUser, challenge: challengeData(totpFactor({ bound: false }), { need: "bind" }) } as const;

const totpUser = { ...common, identifier: "totp-user" } as const;
const lostApp = challengeData(recoveryFactor(), { factors: [totpFactor(), recoveryFactor()] });
const atRecovery = { ...totpUser, challenge: lostApp, from: "challenge" } as const;

const atFace = { ...common, challenge: challengeData(faceFactor()) } as const;

/** One state of each name, as stories and tests show it. A state without a line here does not compile. */
export const fixtures: { readonly [At in StateName]: Extract<State, { at: At }> } = {
  password: { at: "password", ...common, identifier: "" },
  "password.submitting": { at: "password.submitting", ...common, task: "t1" },
  resuming: { at: "resuming", ...common, identifier: "", task: "t1", record },
  "resuming.failed": { at: "resuming.failed", ...common, identifier: "", record, failure: failure({ code: "network" }) },
  challenge: { at: "challenge", ...common, challenge: challengeData() },
  "challenge.verifying": { at: "challenge.verifying", ...common, ...running, challenge: challengeData() },
  bind: { at: "bind", ...newUser, challenge: challengeData(unboundEmail(), { need: "bind" }) },
  "bind.checking": { at: "bind.checking", ...newUser, task: "t1", challenge: challengeData(unboundEmail({ typedTarget: "new-user@example.com" }), { need: "bind" }) },
  "enrol.loading": { at: "enrol.loading", ...enrolling, task: "t1" },
  "enrol.failed": { at: "enrol.failed", ...enrolling, failure: failure({ code: "network" }) },
  enrol: { at: "enrol", ...enrolling, enrolment },
  "enrol.confirming": { at: "enrol.confirming", ...enrolling, ...running, enrolment },
  face: { at: "face", ...atFace },
  "face.verifying": { at: "face.verifying", ...atFace, ...running },
  recovery: { at: "recovery", ...atRecovery },
  "recovery.verifying": { at: "recovery.verifying", ...atRecovery, ...running },
  recoveryCode: { at: "recoveryCode", ...newUser, session, recoveryCode: "7KQ2M9XPD4T8WNB3HRV6CJ5YE" },
  "codeSignIn.request": { at: "codeSignIn.request", ...common, identifier: "" },
  "codeSignIn.requesting": { at: "codeSignIn.requesting", ...common, identifier: "email-user@example.com", task: "t1" },
  "codeSignIn.verify": { at: "codeSignIn.verify", ...common, identifier: "email-user@example.com", delivery },
  "codeSignIn.verifying": { at: "codeSignIn.verifying", ...common, identifier: "email-user@example.com", ...running, delivery },
  locked: { at: "locked", ...common, lockedUntil: T0 + minutes(59) + 40_000 },
  closed: { at: "closed", ...common },
  expired: { at: "expired", ...common },
  done: { at: "done", ...common, session },
};

const allBound = [smsFactor(), totpFactor(), faceFactor(), recoveryFactor()];
const allUnbound = [unboundEmail(), smsFactor({ bound: false, delivery: { is: "unsent" } }), totpFactor({ bound: false }), faceFactor({ bound: false })];
const bindable = (active: "email" | "sms" | "totp" | "face") => ({ ...challengeData(unboundEmail(), { need: "bind" }), active, factors: allUnbound });

/** The same states in other situations: several factors, what went wrong, other needs. */
export const variants = {
  /** E-mail, SMS, authenticator app, face; the recovery code beside them. */
  everyFactor: { ...fixtures.challenge, identifier: "all-factors", challenge: challengeData(undefined, { factors: [...fixtures.challenge.challenge.factors, ...allBound] }) },
  sms: { ...fixtures.challenge, identifier: "phone-user", challenge: challengeData(smsFactor()) },
  totp: { ...fixtures.challenge, ...totpUser, challenge: challengeData(totpFactor(), { factors: [totpFactor(), recoveryFactor()] }) },
  totpWrong: { ...fixtures.challenge, ...totpUser, challenge: challengeData(totpFactor({ failure: failure({ code: "code_invalid", attemptsLeft: 4 }) })) },
  /** "Trust this device" is offered. */
  trustable: { ...fixtures.challenge, challenge: challengeData(undefined, { trustDays: 30 }) },
  /** A bound factor first, so that another one may be bound after it (R8). */
  prove: { ...fixtures.challenge, ...totpUser, challenge: challengeData(totpFactor(), { need: "prove", factors: [totpFactor(), recoveryFactor()] }) },

  bindAny: { ...fixtures.bind, challenge: bindable("email") },
  bindSms: { ...fixtures.bind, challenge: bindable("sms") },
  enrolAmongTabs: { ...fixtures.enrol, challenge: bindable("totp") },
  enrolLoadingAmongTabs: { ...fixtures["enrol.loading"], challenge: bindable("totp") },
  enrolWrong: { ...fixtures.enrol, failure: failure({ code: "code_invalid" }) },
  /** The enrolment is older than its ten minutes: TOTP.RETRY brings another one. */
  enrolOver: { ...fixtures.enrol, enrolment: { ...enrolment, expiresAt: T0 }, failure: failure({ code: "code_invalid" }, true) },

  faceNoMatch: { ...fixtures.face, challenge: challengeData(faceFactor({ failure: failure({ code: "face_no_match", attemptsLeft: 4 }) })) },
  faceUnusable: { ...fixtures.face, challenge: challengeData(faceFactor({ failure: failure({ code: "image_invalid" }) })) },
  faceBind: { ...fixtures.face, ...newUser, challenge: bindable("face") },

  recoveryWrong: { ...fixtures.recovery, challenge: { ...lostApp, factors: [totpFactor(), recoveryFactor({ failure: failure({ code: "code_invalid", attemptsLeft: 3 }) })] } },
  recoveryFromClosed: { ...fixtures.recovery, challenge: challengeData(recoveryFactor()), from: "closed" },
  closedWithRecovery: { ...fixtures.closed, challenge: challengeData(recoveryFactor()) },

  codeRequestFailed: { ...fixtures["codeSignIn.request"], identifier: "email-user@example.com", failure: failure({ code: "recipient_limit", retryAt: T0 + minutes(20) }) },
  codeWrong: { ...fixtures["codeSignIn.verify"], failure: failure({ code: "code_invalid", attemptsLeft: 4 }) },
  codeResending: { ...fixtures["codeSignIn.verify"], delivery: { is: "resending", task: "t2", ...delivered, resendAt: T0 - 1 } },
} as const satisfies Readonly<Record<string, State>>;

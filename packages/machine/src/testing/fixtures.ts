import type { State, StateName } from "../flow/index.ts";
import { challengeData, delivered, enrolment, failure, faceFactor, minutes, recoveryFactor, session, T0, totpFactor, unboundEmail } from "./parts.ts";

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

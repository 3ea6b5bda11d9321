import type { BindState, ChallengeState, ClosedState, CodeRequestState, CodeVerifyState, EnrolFailedState, EnrolLoadingState, EnrolState, ExpiredState, FaceState, RecoveryState } from "../flow/index.ts";
import { fixtures } from "./fixtures.ts";
import { challengeData, delivered, enrolment, failure, faceFactor, minutes, recoveryFactor, smsFactor, T0, totpFactor, unboundEmail } from "./parts.ts";

const newUser = { identifier: "new-user" } as const;
const totpUser = { identifier: "totp-user" } as const;
const lostApp = fixtures.recovery.challenge;

const allBound = [smsFactor(), totpFactor(), faceFactor(), recoveryFactor()];
const allUnbound = [unboundEmail(), smsFactor({ bound: false, delivery: { is: "unsent" } }), totpFactor({ bound: false }), faceFactor({ bound: false })];
const bindable = (active: "email" | "sms" | "totp" | "face") => ({ ...challengeData(unboundEmail(), { need: "bind" }), active, factors: allUnbound });

/** The same states in other situations: several factors, what went wrong, other needs. */
export const variants: Readonly<
  Record<"everyFactor" | "sms" | "totp" | "totpWrong" | "trustable" | "prove", ChallengeState> &
    Record<"bindAny" | "bindSms", BindState> &
    Record<"enrolAmongTabs" | "enrolWrong" | "enrolOver", EnrolState> &
    Record<"enrolLoadingAmongTabs", EnrolLoadingState> &
    Record<"enrolEnded", EnrolFailedState> &
    Record<"faceNoMatch" | "faceUnusable" | "faceProve" | "faceBind", FaceState> &
    Record<"recoveryWrong" | "recoveryProve" | "recoveryFromClosed" | "recoveryClosedWrong", RecoveryState> &
    Record<"closedWithRecovery", ClosedState> &
    Record<"codeRequestFailed", CodeRequestState> &
    Record<"codeOver", ExpiredState> &
    Record<"codeWrong" | "codeResending", CodeVerifyState>
> = {
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
  /** The server does not know this enrolment any more. */
  enrolEnded: { ...fixtures["enrol.failed"], failure: failure({ code: "conflict" }) },
  /** The enrolment is older than its ten minutes: TOTP.RETRY brings another one. */
  enrolOver: { ...fixtures.enrol, enrolment: { ...enrolment, expiresAt: T0 }, failure: failure({ code: "code_invalid" }, true) },

  faceNoMatch: { ...fixtures.face, challenge: challengeData(faceFactor({ failure: failure({ code: "face_no_match", attemptsLeft: 4 }) })) },
  faceUnusable: { ...fixtures.face, challenge: challengeData(faceFactor({ failure: failure({ code: "image_invalid" }) })) },
  faceProve: { ...fixtures.face, challenge: challengeData(faceFactor(), { need: "prove" }) },
  faceBind: { ...fixtures.face, ...newUser, challenge: bindable("face") },

  recoveryWrong: { ...fixtures.recovery, challenge: { ...lostApp, factors: [totpFactor(), recoveryFactor({ failure: failure({ code: "code_invalid", attemptsLeft: 3 }) })] } },
  recoveryProve: { ...fixtures.recovery, challenge: { ...lostApp, need: "prove" } },
  recoveryFromClosed: { ...fixtures.recovery, challenge: challengeData(recoveryFactor()), from: "closed" },
  /** Five tries a day, which never lock (R11b). */
  recoveryClosedWrong: { ...fixtures.recovery, challenge: challengeData(recoveryFactor({ failure: failure({ code: "code_invalid", attemptsLeft: 2 }) })), from: "closed" },
  closedWithRecovery: { ...fixtures.closed, challenge: challengeData(recoveryFactor()) },

  codeRequestFailed: { ...fixtures["codeSignIn.request"], identifier: "email-user@example.com", failure: failure({ code: "recipient_limit", retryAt: T0 + minutes(20) }) },
  codeOver: { ...fixtures.expired, was: "code" },
  codeWrong: { ...fixtures["codeSignIn.verify"], failure: failure({ code: "code_invalid", attemptsLeft: 4 }) },
  codeResending: { ...fixtures["codeSignIn.verify"], delivery: { is: "resending", task: "t2", ...delivered, resendAt: T0 - 1 } },
};

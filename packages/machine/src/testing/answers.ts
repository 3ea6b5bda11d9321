import { fail, type Completion, type GuardError } from "@guard/contract";
import type { Answer, Effect } from "../flow/index.ts";
import { challengeAnswer, delivered, enrolment, session, T0 } from "./parts.ts";

/** What no state, record or drawing may ever hold. */
export const SECRETS = {
  password: "walker-password",
  code: "987654",
  typedRecoveryCode: "walker-typed-recovery-code",
  /** PICTURE, as JSON spells bytes. */
  image: '"0":71,"1":117,"2":97,"3":114,"4":100',
  deviceToken: "gd_walker",
} as const;

export const PICTURE = Uint8Array.of(71, 117, 97, 114, 100);

/** What rests nowhere but in the one state that shows it (law 7). */
export const SHOWN_ONCE = { totpSecret: enrolment.secret, recoveryCode: "WALKER-FRESH-RECOVERY" } as const;

const errors: readonly GuardError[] = [
  { code: "invalid_credentials" },
  { code: "code_invalid", attemptsLeft: 3 },
  { code: "locked", lockedUntil: T0 + 3_600_000 },
  { code: "closed" },
  { code: "challenge_expired" },
  { code: "unauthorized" },
  { code: "resend_too_soon", resendAt: T0 + 30_000 },
  { code: "recipient_limit", retryAt: T0 + 90_000 },
  { code: "delivery_failed" },
  { code: "target_invalid" },
  { code: "conflict" },
  { code: "network" },
  { code: "timeout" },
  { code: "unknown" },
];

const email = { factor: "email", bound: true } as const;
const totp = { factor: "totp", bound: true } as const;
const recovery = { factor: "recovery", bound: true } as const;

const challenges = [
  challengeAnswer(),
  challengeAnswer({ factors: [email, { factor: "sms", bound: true }] }),
  challengeAnswer({ factors: [{ ...email, ...delivered }], trustDays: 30 }),
  challengeAnswer({ factors: [{ ...email, ...delivered, resendAt: T0 - 1 }] }),
  challengeAnswer({ factor: "totp", factors: [totp, { factor: "face", bound: true }, recovery] }),
  challengeAnswer({ need: "prove", factor: "totp", factors: [totp, recovery] }),
  // The policy `always` offers to bind beside what is bound (R8).
  challengeAnswer({ factor: "totp", factors: [totp, { factor: "sms", bound: false }] }),
  challengeAnswer({ factor: "recovery", factors: [recovery] }),
  challengeAnswer({ need: "bind", factors: [{ factor: "email", bound: false }, { factor: "totp", bound: false }, { factor: "face", bound: false }] }),
  challengeAnswer({ need: "bind", factor: "totp", factors: [{ factor: "totp", bound: false }] }),
];

const done: Completion = { status: "done", session, deviceToken: SECRETS.deviceToken, now: T0 };

const completions: readonly Completion[] = [
  done,
  { ...done, redirectTo: "https://example.com/", recoveryCode: SHOWN_ONCE.recoveryCode },
  ...challenges.map((challenge) => ({ status: "challenge", challenge, now: T0 }) as const),
];

const ok = <T>(value: T) => ({ ok: true, value }) as const;
const failures = errors.map((error) => fail(error, T0));
const deliveries = [ok({ ...delivered, now: T0 }), ok({ ...delivered, resendAt: T0 - 1, now: T0 })];

/** Everything that an adapter can answer to an effect. */
export function answersTo(effect: Effect): readonly Answer[] {
  switch (effect.type) {
    case "signIn":
    case "verify":
    case "confirmTotp":
    case "verifyRecoveryCode":
    case "face":
    case "verifySignInCode":
      return [...completions.map(ok), ...failures].map((result) => ({ to: effect.type, result }));
    case "resume":
      return [...challenges.map(ok), ...failures].map((result) => ({ to: "resume", result }));
    case "send":
    case "requestSignInCode":
      return [...deliveries, ...failures].map((result) => ({ to: effect.type, result }));
    case "bind":
      return [ok({ factor: effect.factor, target: "n•••@e•••.com", now: T0 }), ...failures].map((result) => ({ to: "bind", result }));
    case "startTotp":
      return [ok({ ...enrolment, now: T0 }), ...failures].map((result) => ({ to: "startTotp", result }));
  }
}

/** One success of each kind, to a call that nobody waits for any more. */
export const lateAnswers: readonly Answer[] = [
  ...(["signIn", "verify", "confirmTotp", "verifyRecoveryCode", "face", "verifySignInCode"] as const).map((to) => ({ to, result: ok(done) })),
  { to: "resume", result: ok(challengeAnswer()) },
  ...(["send", "requestSignInCode"] as const).map((to) => ({ to, result: ok({ ...delivered, now: T0 }) })),
  { to: "startTotp", result: ok({ ...enrolment, now: T0 }) },
  { to: "bind", result: fail({ code: "locked", lockedUntil: T0 + 3_600_000 }, T0) },
];

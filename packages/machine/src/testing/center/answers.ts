import { fail, type GuardError } from "@guard/contract";
import type { Account, CenterAnswer, CenterEffect, CenterEvent, CenterUserEvent } from "../../center/index.ts";
import { PICTURE, SECRETS, SHOWN_ONCE } from "../answers.ts";
import { delivered, enrolment, minutes, T0 } from "../parts.ts";
import { accountOf, boundPhone, emptyAccount, loginEmail, otherDevice } from "./parts.ts";

const errors: readonly GuardError[] = [
  { code: "step_up_required" },
  { code: "code_invalid", attemptsLeft: 3 },
  { code: "invalid_credentials" },
  { code: "locked", lockedUntil: T0 + 3_600_000 },
  { code: "closed" },
  { code: "unauthorized" },
  { code: "resend_too_soon", resendAt: T0 + 30_000 },
  { code: "delivery_failed" },
  { code: "target_invalid" },
  { code: "not_found" },
  { code: "conflict" },
  { code: "network" },
  { code: "unknown" },
];

const ok = <T>(value: T) => ({ ok: true, value }) as const;
const failures = errors.map((error) => fail(error, T0));

// Few, for each multiplies what the walk has to try: one address to prove oneself by is as good as three.
const { devices: _, ...deviceless } = accountOf({ proofs: [], steppedUpUntil: T0 });
const accounts: readonly Account[] = [
  accountOf({ bindable: ["sms", "face"], proofs: ["totp"] }),
  accountOf({ bindable: ["totp"], proofs: ["email", "totp"], steppedUpUntil: T0 - 1 }),
  emptyAccount({ bindable: ["email"], steppedUpUntil: T0 - 1 }),
  accountOf({ proofs: ["face"], steppedUpUntil: T0 }),
  deviceless,
];

const successes: { readonly [To in CenterAnswer["to"]]: readonly Extract<CenterAnswer, { to: To }>["result"][] } = {
  read: accounts.map((account) => ok({ account, now: T0 })),
  sendStepUp: [ok({ ...delivered, now: T0 }), ok({ ...delivered, resendAt: T0 - 1, now: T0 })],
  stepUp: [ok({ steppedUpUntil: T0 + minutes(5), now: T0 })],
  stepUpFace: [ok({ steppedUpUntil: T0 + minutes(5), now: T0 })],
  bind: [ok({ ...delivered, now: T0 }), ok({ ...delivered, resendAt: T0 - 1, now: T0 })],
  confirm: [ok({ now: T0 })],
  startTotp: [ok({ ...enrolment, now: T0 })],
  confirmTotp: [ok({ recoveryCode: SHOWN_ONCE.recoveryCode, now: T0 })],
  bindFace: [ok({ now: T0 })],
  unbind: [ok({ now: T0 })],
  renew: [ok({ recoveryCode: SHOWN_ONCE.recoveryCode, now: T0 })],
  revoke: [ok({ now: T0 })],
};

// The cast: TypeScript can't relate an answer's name to its result.
const answer = (to: CenterAnswer["to"], result: CenterAnswer["result"]): CenterAnswer => ({ to, result }) as CenterAnswer;

/** Everything that an adapter can answer to an effect. */
export const centerAnswersTo = ({ type, task }: CenterEffect): readonly CenterEvent[] =>
  [...successes[type], ...failures].map((result) => ({ type: "ANSWER", task, answer: answer(type, result) }));

/** One success of each kind, to a call that nobody waits for any more. */
export const lateCenterAnswers: readonly CenterEvent[] = (Object.keys(successes) as CenterAnswer["to"][]).map((to) => ({ type: "ANSWER", task: "tLate", answer: answer(to, successes[to][0] ?? fail({ code: "unknown" })) }));

/** Everything that a person can do, wherever it makes sense. */
export const centerGestures: readonly CenterUserEvent[] = [
  ...(["email", "sms", "totp", "face"] as const).flatMap((factor) => [{ type: "FACTOR.ADD", factor } as const, { type: "FACTOR.CHOOSE", factor } as const]),
  ...[boundPhone.id, loginEmail.id, "bnd_foreign"].map((binding) => ({ type: "FACTOR.REMOVE", binding }) as const),
  ...[otherDevice.id, "dev_foreign"].map((device) => ({ type: "DEVICE.REVOKE", device }) as const),
  { type: "RECOVERY.RENEW" },
  { type: "CONFIRM" },
  { type: "PASSWORD.SUBMIT", password: SECRETS.password },
  { type: "CODE.SUBMIT", code: SECRETS.code },
  { type: "CODE.SEND" },
  { type: "TARGET.SUBMIT", target: "walker@example.com" },
  { type: "TARGET.CHANGE" },
  { type: "TOTP.RETRY" },
  { type: "FACE.SUBMIT", image: PICTURE },
  { type: "RECOVERY.ACKNOWLEDGE" },
  { type: "RETRY" },
  { type: "BACK" },
];

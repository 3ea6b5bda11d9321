import type { Factors, FactorState } from "../../flow/index.ts";
import type { Account, Binding, CenterState, CenterStateName } from "../../center/index.ts";
import { delivered, emailFactor, enrolment, faceFactor, failure, minutes, smsFactor, T0, totpFactor } from "../parts.ts";
import { accountOf, boundPhone, emptyAccount, loginEmail, otherDevice } from "./parts.ts";

const running = { task: "t1", key: "t1" } as const;
const { steppedUpUntil: _, ...stale } = accountOf();

const here = { offset: 0, account: accountOf() } as const;
const newUser = { offset: 0, account: emptyAccount() } as const;
const emailOnly: Account = { bindings: [loginEmail], bindable: ["sms", "totp"], proofs: ["email"], steppedUpUntil: T0 + minutes(4), renewable: false, devices: [] };
const { recoveryCodeAt: _at, ...codeless } = accountOf();
const noCode = { offset: 0, account: codeless } as const;
const adding = { offset: 0, account: emailOnly } as const;

const proofOf = (first: FactorState, ...others: FactorState[]): Factors => ({ active: first.factor, factors: [first, ...others] });
const proving = { offset: 0, account: stale, intent: { is: "unbind", id: boundPhone.id }, proof: proofOf(emailFactor(), smsFactor({ delivery: { is: "unsent" } }), totpFactor()) } as const;
const byPassword = { offset: 0, account: emptyAccount(), intent: { is: "enrol" } } as const;
const phone: Binding = { factor: "sms", target: "+8613912345678", delivery: { is: "sent", ...delivered, sentTo: "+86 •••••••• 78" } };

/** One state of each name, as stories and tests show it. A state without a line here does not compile. */
export const centerFixtures: { readonly [At in CenterStateName]: Extract<CenterState, { at: At }> } = {
  unread: { at: "unread", offset: 0 },
  loading: { at: "loading", offset: 0, task: "t1" },
  failed: { at: "failed", offset: 0, failure: failure({ code: "network" }) },
  overview: { at: "overview", ...here },
  stepUp: { at: "stepUp", ...proving },
  "stepUp.verifying": { at: "stepUp.verifying", ...proving, ...running },
  "stepUp.password": { at: "stepUp.password", ...byPassword },
  "stepUp.checking": { at: "stepUp.checking", ...byPassword, ...running },
  bindTarget: { at: "bindTarget", ...newUser, factor: "email" },
  "bindTarget.sending": { at: "bindTarget.sending", ...newUser, ...running, factor: "email", typed: "new.person@example.org" },
  bindConfirm: { at: "bindConfirm", ...adding, binding: phone },
  "bindConfirm.confirming": { at: "bindConfirm.confirming", ...adding, ...running, binding: phone },
  "enrol.loading": { at: "enrol.loading", ...adding, task: "t1" },
  "enrol.failed": { at: "enrol.failed", ...adding, failure: failure({ code: "network" }) },
  enrol: { at: "enrol", ...adding, enrolment },
  "enrol.confirming": { at: "enrol.confirming", ...adding, ...running, enrolment },
  face: { at: "face", ...adding },
  "face.binding": { at: "face.binding", ...adding, ...running },
  recoveryCode: { at: "recoveryCode", offset: 0, recoveryCode: "7KQ2M9XPD4T8WNB3HRV6CJ5YE", done: "totpAdded" },
  "unbind.confirm": { at: "unbind.confirm", ...here, id: boundPhone.id },
  unbinding: { at: "unbinding", ...here, ...running, id: boundPhone.id },
  "renew.confirm": { at: "renew.confirm", ...here },
  renewing: { at: "renewing", ...here, ...running },
  "device.revoking": { at: "device.revoking", ...here, ...running, id: otherDevice.id },
  locked: { at: "locked", offset: 0, lockedUntil: T0 + minutes(59) + 40_000 },
  closed: { at: "closed", offset: 0 },
  signedOut: { at: "signedOut", offset: 0 },
};

const wrong = failure({ code: "code_invalid", attemptsLeft: 5 });

/** The same states in other situations. */
export const centerVariants = {
  empty: { at: "overview", ...newUser },
  emailOnly: { at: "overview", ...adding },
  noDevices: { at: "overview", offset: 0, account: accountOf({ devices: [] }) },
  everything: { at: "overview", offset: 0, account: accountOf({ bindable: ["face"] }) },
  /** An app is bound, and its recovery code is gone or was never made. */
  noRecovery: { at: "overview", ...noCode },
  renewFirst: { at: "renew.confirm", ...noCode },
  done: { at: "overview", ...here, done: "phoneAdded" },
  offline: { at: "overview", ...here, failure: failure({ code: "network" }) },
  gone: { at: "overview", ...here, failure: failure({ code: "not_found" }) },
  stepUpSending: { ...centerFixtures.stepUp, proof: proofOf(emailFactor({ delivery: { is: "sending", task: "t2" } }), totpFactor()) },
  stepUpWrong: { ...centerFixtures.stepUp, proof: proofOf(emailFactor({ failure: wrong }), totpFactor()) },
  stepUpTotp: { ...centerFixtures.stepUp, proof: { ...centerFixtures.stepUp.proof, active: "totp" } },
  stepUpFace: { ...centerFixtures.stepUp, proof: proofOf(faceFactor(), totpFactor()) },
  stepUpOne: { ...centerFixtures.stepUp, proof: proofOf(totpFactor()) },
  passwordWrong: { ...centerFixtures["stepUp.password"], failure: failure({ code: "invalid_credentials" }) },
  bindPhone: { at: "bindTarget", ...adding, factor: "sms" },
  bindRefused: { ...centerFixtures.bindTarget, typed: "new.person@example.org", failure: failure({ code: "target_invalid" }) },
  bindEmailConfirm: { ...centerFixtures.bindConfirm, binding: { factor: "email", target: "new.person@example.org", delivery: { is: "sent", ...delivered, sentTo: "n•••@e•••.org" } } },
  bindWrong: { ...centerFixtures.bindConfirm, failure: wrong },
  enrolWrong: { ...centerFixtures.enrol, failure: failure({ code: "code_invalid" }) },
  enrolOver: { ...centerFixtures.enrol, failure: failure({ code: "conflict" }, true) },
  unbindTotp: { ...centerFixtures["unbind.confirm"], id: "bnd_totp" },
  unbindFailed: { ...centerFixtures["unbind.confirm"], failure: failure({ code: "network" }) },
} as const satisfies Readonly<Record<string, CenterState>>;

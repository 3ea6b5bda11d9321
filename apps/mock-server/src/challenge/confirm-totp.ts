import { fail, succeed } from "@guard/contract";
import type { Completion, GuardError, Result } from "@guard/contract";
import { ENROLMENT_TRIES } from "../factors/totp/enrolment.ts";
import { clearTries } from "../store/account.ts";
import { recordAudit } from "../store/audit.ts";
import { findCall, recordCall } from "../store/idempotency.ts";
import type { CallState } from "../store/idempotency.ts";
import type { TotpEnrolmentRow } from "../store/schema.ts";
import { countEnrolmentTry, endEnrolment, findEnrolment } from "../store/totp-enrolment.ts";
import type { Tx } from "../store/transaction.ts";
import type { Settled } from "../tries/settle.ts";
import type { Holder } from "../tries/trial.ts";
import { accept } from "./accept.ts";
import type { Completing } from "./accept.ts";
import { lock, reissue } from "./ask.ts";
import { openToBind } from "./open-to-bind.ts";

/** A call that confirms an enrolment. */
export interface Confirming extends Completing {
  readonly call: string | undefined;
}

type Begun = { readonly kind: "answered"; readonly answer: Result<Completion> } | { readonly kind: "counted"; readonly enrolment: TotpEnrolmentRow };

/** Counts the try against the enrolment, before anything is compared (S-19). */
export async function beginConfirm(tx: Tx, confirming: Confirming): Promise<Begun> {
  const now = confirming.domain.clock.now();
  const holder = await lock(tx, confirming);
  if (!holder.ok) return { kind: "answered", answer: holder };
  const before = await findCall(tx, confirming.call, now);
  const settled = await replay(tx, confirming, before, now);
  if (settled !== undefined) return { kind: "answered", answer: settled };
  const open = await openToBind(tx, confirming.domain, confirming.tokenHash, "totp", now);
  if (!open.ok) return { kind: "answered", answer: await refuse(tx, confirming, holder.value, open.error, now) };
  const { id } = open.value.row;
  const enrolment = before?.at === "confirming" ? await findEnrolment(tx, id, now) : await countEnrolmentTry(tx, id, ENROLMENT_TRIES, now);
  // Nothing was started, or it is dead: there is nothing to confirm.
  if (enrolment === undefined) return { kind: "answered", answer: await refuse(tx, confirming, holder.value, { code: "conflict" }, now) };
  await recordCall(tx, confirming.call, { at: "confirming" }, now);
  return { kind: "counted", enrolment };
}

/** The verdict and all that follows from it, under the account's row lock. */
export async function settleConfirm(tx: Tx, confirming: Confirming, enrolment: TotpEnrolmentRow, step: number | undefined): Promise<Settled<Completion>> {
  const { domain, call } = confirming;
  const now = domain.clock.now();
  const holder = await lock(tx, confirming);
  if (!holder.ok) return { answer: holder, notices: [] };
  const before = await replay(tx, confirming, await findCall(tx, call, now), now);
  if (before !== undefined) return { answer: before, notices: [] };
  const open = await openToBind(tx, domain, confirming.tokenHash, "totp", now);
  if (!open.ok) return { answer: await refuse(tx, confirming, holder.value, open.error, now), notices: [] };
  if (step === undefined) return { answer: await reject(tx, confirming, holder.value, enrolment, now), notices: [] };
  // Started again meanwhile: the secret that this code belongs to was replaced.
  if (!(await endEnrolment(tx, enrolment))) return { answer: await refuse(tx, confirming, holder.value, { code: "conflict" }, now), notices: [] };
  await clearTries(tx, holder.value.account.id);
  const { id, secret } = enrolment;
  const accepted = await accept(tx, confirming, open.value, { id, target: null, secret, lastStep: step }, now);
  await record(tx, confirming, holder.value, { result: "success" }, now);
  if (!accepted.ok) return { answer: accepted, notices: [] };
  await recordCall(tx, call, accepted.value.state, now);
  return { answer: succeed(accepted.value.answer), notices: accepted.value.notices };
}

async function replay(tx: Tx, confirming: Confirming, before: CallState | undefined, now: number): Promise<Result<Completion> | undefined> {
  if (before === undefined || before.at === "confirming") return undefined;
  if (before.at === "refused") return fail(before.error);
  const again = await reissue(tx, confirming, before, now);
  if (!again.ok) return again;
  await recordCall(tx, confirming.call, again.value.state, now);
  return succeed(again.value.answer);
}

async function reject(tx: Tx, confirming: Confirming, holder: Holder, { tries, holder: challenge, id }: TotpEnrolmentRow, now: number): Promise<Result<never>> {
  const left = ENROLMENT_TRIES - tries;
  if (left <= 0) await endEnrolment(tx, { holder: challenge, id });
  const error = left <= 0 ? ({ code: "conflict" } as const) : ({ code: "code_invalid", attemptsLeft: left } as const);
  await recordCall(tx, confirming.call, { at: "refused", error }, now);
  return refuse(tx, confirming, holder, error, now);
}

async function refuse(tx: Tx, confirming: Confirming, holder: Holder, error: GuardError, now: number): Promise<Result<never>> {
  await record(tx, confirming, holder, { result: "failure", reason: error.code }, now);
  return fail(error);
}

function record(tx: Tx, { caller }: Confirming, { account, app }: Holder, outcome: { readonly result: "success" | "failure"; readonly reason?: GuardError["code"] }, now: number): Promise<void> {
  return recordAudit(tx, caller, { event: "code_verify", factor: "totp", accountId: account.id, app, ...outcome }, now);
}

import { fail, succeed } from "@guard/contract";
import type { ConfirmRequest, FreshRecoveryCode, GuardError, Result } from "@guard/contract";
import type * as v from "valibot";
import type { Caller } from "../caller.ts";
import { sha256 } from "../crypto/digest.ts";
import type { Domain } from "../domain.ts";
import { mintRecovery } from "../factors/recovery/code.ts";
import type { MintedRecovery } from "../factors/recovery/code.ts";
import { ENROLMENT_TRIES, recoveryOfEnrolment, stepOfEnrolment } from "../factors/totp/enrolment.ts";
import { callId } from "../idempotency.ts";
import { factorBound } from "../notices/factor-bound.ts";
import { noticeFor } from "../notices/notice.ts";
import { postNotices } from "../notices/post.ts";
import { recordAudit } from "../store/audit.ts";
import { deleteBindingOfFactor, insertBinding } from "../store/binding.ts";
import { killDevices } from "../store/device.ts";
import { findCall, recordCall } from "../store/idempotency.ts";
import { putRecoveryCode } from "../store/recovery-code.ts";
import type { TotpEnrolmentRow } from "../store/schema.ts";
import { countEnrolmentTry, endEnrolment, findEnrolment } from "../store/totp-enrolment.ts";
import { transact } from "../store/transaction.ts";
import type { Tx } from "../store/transaction.ts";
import type { Settled } from "../tries/settle.ts";
import { visitForTotp } from "./enrol-totp.ts";
import { holdVisit } from "./visit.ts";
import type { Visit } from "./visit.ts";

interface Confirming {
  readonly domain: Domain;
  readonly caller: Caller;
  readonly tokenHash: string;
  readonly call: string | undefined;
  readonly recovery: MintedRecovery;
}

type Begun = { readonly kind: "answered"; readonly answer: Result<FreshRecoveryCode> } | { readonly kind: "counted"; readonly enrolment: TotpEnrolmentRow };

/** Binds the authenticator app by its first code and answers the recovery code (R14). Not counted into the lock; the enrolment counts by itself (R11). */
export async function confirmAccountTotp(domain: Domain, caller: Caller, request: v.InferOutput<typeof ConfirmRequest>): Promise<Result<FreshRecoveryCode>> {
  const call = await callId(domain, "confirmAccountTotp", caller, request);
  const recovery = await mintRecovery(await domain.keys(), domain.random);
  const confirming: Confirming = { domain, caller, tokenHash: await sha256(caller.token), call, recovery };
  const begun = await transact(domain.store, (tx) => begin(tx, confirming));
  if (begun.kind === "answered") return begun.answer;
  const step = await stepOfEnrolment(domain, begun.enrolment, request.code);
  const shown = (await recoveryOfEnrolment(domain, begun.enrolment)) ?? recovery;
  const { answer, notices } = await transact(domain.store, (tx) => settle(tx, { ...confirming, recovery: shown }, begun.enrolment, step));
  postNotices(domain, notices);
  return answer;
}

/** Counts the try against the enrolment, before anything is compared (S-19). */
async function begin(tx: Tx, confirming: Confirming): Promise<Begun> {
  const { domain, tokenHash, call } = confirming;
  const now = domain.clock.now();
  const settled = await replay(tx, confirming, now);
  if (settled !== undefined) return { kind: "answered", answer: settled };
  const visit = await visitForTotp(tx, domain, tokenHash, now);
  if (!visit.ok) return { kind: "answered", answer: await refuse(tx, confirming, visit.error, now) };
  const { id } = visit.value.session;
  const again = (await findCall(tx, call, now))?.at === "confirming";
  const enrolment = again ? await findEnrolment(tx, id, now) : await countEnrolmentTry(tx, id, ENROLMENT_TRIES, now);
  // Nothing was started, or it is dead: there is nothing to confirm.
  if (enrolment === undefined) return { kind: "answered", answer: await refuse(tx, confirming, { code: "conflict" }, now) };
  await recordCall(tx, call, { at: "confirming" }, now);
  return { kind: "counted", enrolment };
}

/** The verdict and all that follows from it, under the account's row lock. */
async function settle(tx: Tx, confirming: Confirming, enrolment: TotpEnrolmentRow, step: number | undefined): Promise<Settled<FreshRecoveryCode>> {
  const { domain, tokenHash } = confirming;
  const now = domain.clock.now();
  const silent = (answer: Result<FreshRecoveryCode>) => ({ answer, notices: [] });
  const before = await replay(tx, confirming, now);
  if (before !== undefined) return silent(before);
  const visit = await visitForTotp(tx, domain, tokenHash, now);
  if (!visit.ok) return silent(await refuse(tx, confirming, visit.error, now));
  if (step === undefined) return silent(await reject(tx, confirming, enrolment, now));
  // Started again meanwhile: the secret that this code belongs to was replaced.
  if (!(await endEnrolment(tx, enrolment))) return silent(await refuse(tx, confirming, { code: "conflict" }, now));
  const { account, application } = visit.value.standing;
  await bind(tx, visit.value, enrolment, step, now);
  const answer = await accept(tx, confirming, visit.value, now);
  return { answer: succeed(answer), notices: noticeFor(account, factorBound(application.name, "totp")) };
}

/** An older app of this scope makes room (R16a), and no device stays trusted (R24). */
async function bind(tx: Tx, { standing }: Visit, { id, accountId, secret }: TotpEnrolmentRow, lastStep: number, now: number): Promise<void> {
  const { scope } = standing.policy;
  await deleteBindingOfFactor(tx, accountId, "totp", scope);
  await insertBinding(tx, { id, accountId, factor: "totp", scope, target: null, secret, lastStep, boundAt: now });
  await killDevices(tx, accountId);
}

async function accept(tx: Tx, { caller, call, recovery }: Confirming, { session }: Visit, now: number): Promise<FreshRecoveryCode> {
  const { accountId, app } = session;
  await putRecoveryCode(tx, accountId, recovery.mac, now);
  await recordCall(tx, call, { at: "acknowledged" }, now);
  await recordAudit(tx, caller, { event: "factor_bind", result: "success", accountId, app, factor: "totp" }, now);
  return { recoveryCode: recovery.code, now };
}

/** The verdict this call got before (R12a); the lost answer's recovery code can't be told again, only replaced. */
async function replay(tx: Tx, confirming: Confirming, now: number): Promise<Result<FreshRecoveryCode> | undefined> {
  const visit = await holdVisit(tx, confirming.tokenHash, now);
  if (!visit.ok) return visit;
  const before = await findCall(tx, confirming.call, now);
  if (before?.at === "refused") return fail(before.error);
  return before?.at === "acknowledged" ? succeed(await accept(tx, confirming, visit.value, now)) : undefined;
}

async function reject(tx: Tx, confirming: Confirming, { tries, holder, id }: TotpEnrolmentRow, now: number): Promise<Result<never>> {
  const left = ENROLMENT_TRIES - tries;
  if (left <= 0) await endEnrolment(tx, { holder, id });
  const error = left <= 0 ? ({ code: "conflict" } as const) : ({ code: "code_invalid", attemptsLeft: left } as const);
  await recordCall(tx, confirming.call, { at: "refused", error }, now);
  return refuse(tx, confirming, error, now);
}

async function refuse(tx: Tx, { caller, tokenHash }: Confirming, error: GuardError, now: number): Promise<Result<never>> {
  const visit = await holdVisit(tx, tokenHash, now);
  const whose = visit.ok ? { accountId: visit.value.session.accountId, app: visit.value.session.app } : {};
  await recordAudit(tx, caller, { event: "factor_bind", result: "failure", reason: error.code, factor: "totp", ...whose }, now);
  return fail(error);
}

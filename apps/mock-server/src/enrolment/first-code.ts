import { fail, succeed } from "@guard/contract";
import type { GuardError, Result } from "@guard/contract";
import type { MintedRecovery } from "../factors/recovery/code.ts";
import { ENROLMENT_TRIES, recoveryOfEnrolment, stepOfEnrolment } from "../factors/totp/enrolment.ts";
import { postNotices } from "../notices/post.ts";
import { recordAudit } from "../store/audit.ts";
import { findCall, recordCall } from "../store/idempotency.ts";
import type { CallState } from "../store/idempotency.ts";
import type { TotpEnrolmentRow } from "../store/schema.ts";
import { countEnrolmentTry, endEnrolment, findEnrolment } from "../store/totp-enrolment.ts";
import { transact } from "../store/transaction.ts";
import type { Tx } from "../store/transaction.ts";
import type { Settled } from "../tries/settle.ts";
import type { Accepted, Holder } from "../tries/trial.ts";
import type { Ground, Place } from "./place.ts";

/** The app that was right, as the binding it becomes. */
export interface EnrolledApp {
  readonly id: string;
  readonly secret: string;
  readonly lastStep: number;
}

/** A call that brings an app's first code. */
export interface FirstCode<G extends Ground, Answer> extends Place<G> {
  /** Its idempotency id, when it carries a key (R12a). */
  readonly call: string | undefined;
  readonly code: string;
  /** Takes the old one's place (R14), unless one was shown beside the secret. */
  readonly recovery: MintedRecovery;
  /** How the audit names it. */
  readonly event: "code_verify" | "factor_bind";
  /** The code was right. */
  accept(tx: Tx, found: G, app: EnrolledApp, recovery: MintedRecovery, now: number): Promise<Result<Accepted<Answer>>>;
  /** The answer of this call was lost: what `before` left is replaced. */
  reissue(tx: Tx, holder: Holder, before: CallState, recovery: MintedRecovery, now: number): Promise<Result<Accepted<Answer>>>;
}

/** Binds an authenticator app by its first code (R14). Not counted into the lock; the enrolment counts by itself (R11). */
export async function bindByFirstCode<G extends Ground, A>(first: FirstCode<G, A>): Promise<Result<A>> {
  const { domain } = first;
  const begun = await transact(domain.store, (tx) => begin(tx, first));
  if (begun.kind === "answered") return begun.answer;
  const { enrolment } = begun;
  const step = await stepOfEnrolment(domain, enrolment, first.code);
  const recovery = (await recoveryOfEnrolment(domain, enrolment)) ?? first.recovery;
  const { answer, notices } = await transact(domain.store, (tx) => settle(tx, { ...first, recovery }, enrolment, step));
  postNotices(domain, notices);
  return answer;
}

type Begun<A> = { readonly kind: "answered"; readonly answer: Result<A> } | { readonly kind: "counted"; readonly enrolment: TotpEnrolmentRow };

/** Counts the try against the enrolment, before anything is compared (S-19). */
async function begin<G extends Ground, A>(tx: Tx, first: FirstCode<G, A>): Promise<Begun<A>> {
  const now = first.domain.clock.now();
  const holder = await first.lock(tx, now);
  if (!holder.ok) return { kind: "answered", answer: await refuse(tx, first, undefined, holder.error, now) };
  const before = await findCall(tx, first.call, now);
  const settled = await replay(tx, first, holder.value, before, now);
  if (settled !== undefined) return { kind: "answered", answer: settled };
  const found = await first.find(tx, now);
  if (!found.ok) return { kind: "answered", answer: await refuse(tx, first, holder.value, found.error, now) };
  const { id } = found.value.row;
  const enrolment = before?.at === "confirming" ? await findEnrolment(tx, id, now) : await countEnrolmentTry(tx, id, ENROLMENT_TRIES, now);
  // Nothing was started, or it is dead: there is nothing to confirm.
  if (enrolment === undefined) return { kind: "answered", answer: await refuse(tx, first, holder.value, { code: "conflict" }, now) };
  await recordCall(tx, first.call, { at: "confirming" }, now);
  return { kind: "counted", enrolment };
}

/** The verdict and all that follows from it, under the account's row lock. */
async function settle<G extends Ground, A>(tx: Tx, first: FirstCode<G, A>, enrolment: TotpEnrolmentRow, step: number | undefined): Promise<Settled<A>> {
  const now = first.domain.clock.now();
  const silent = (answer: Result<A>) => ({ answer, notices: [] });
  const holder = await first.lock(tx, now);
  if (!holder.ok) return silent(await refuse(tx, first, undefined, holder.error, now));
  const before = await replay(tx, first, holder.value, await findCall(tx, first.call, now), now);
  if (before !== undefined) return silent(before);
  const found = await first.find(tx, now);
  if (!found.ok) return silent(await refuse(tx, first, holder.value, found.error, now));
  if (step === undefined) return silent(await reject(tx, first, holder.value, enrolment, now));
  // Started again meanwhile: the secret that this code belongs to was replaced.
  if (!(await endEnrolment(tx, enrolment))) return silent(await refuse(tx, first, holder.value, { code: "conflict" }, now));
  const { id, secret } = enrolment;
  const accepted = await first.accept(tx, found.value, { id, secret, lastStep: step }, first.recovery, now);
  await record(tx, first, holder.value, { result: "success" }, now);
  if (!accepted.ok) return silent(accepted);
  await recordCall(tx, first.call, accepted.value.state, now);
  return { answer: succeed(accepted.value.answer), notices: accepted.value.notices };
}

/** The verdict this call got before, when it got one (R12a). */
async function replay<G extends Ground, A>(tx: Tx, first: FirstCode<G, A>, holder: Holder, before: CallState | undefined, now: number): Promise<Result<A> | undefined> {
  if (before === undefined || before.at === "confirming") return undefined;
  if (before.at === "refused") return fail(before.error);
  const again = await first.reissue(tx, holder, before, first.recovery, now);
  if (!again.ok) return again;
  await recordCall(tx, first.call, again.value.state, now);
  return succeed(again.value.answer);
}

async function reject<G extends Ground, A>(tx: Tx, first: FirstCode<G, A>, holder: Holder, enrolment: TotpEnrolmentRow, now: number): Promise<Result<never>> {
  const left = ENROLMENT_TRIES - enrolment.tries;
  if (left <= 0) await endEnrolment(tx, enrolment);
  const error = left <= 0 ? ({ code: "conflict" } as const) : ({ code: "code_invalid", attemptsLeft: left } as const);
  await recordCall(tx, first.call, { at: "refused", error }, now);
  return refuse(tx, first, holder, error, now);
}

async function refuse<G extends Ground, A>(tx: Tx, first: FirstCode<G, A>, holder: Holder | undefined, error: GuardError, now: number): Promise<Result<never>> {
  await record(tx, first, holder, { result: "failure", reason: error.code }, now);
  return fail(error);
}

interface Outcome {
  readonly result: "success" | "failure";
  readonly reason?: GuardError["code"];
}

/** `holder` is missing where the token opens nothing. */
function record<G extends Ground, A>(tx: Tx, { caller, event }: FirstCode<G, A>, holder: Holder | undefined, outcome: Outcome, now: number): Promise<void> {
  const whose = holder === undefined ? {} : { accountId: holder.account.id, app: holder.app };
  return recordAudit(tx, caller, { event, factor: "totp", ...whose, ...outcome }, now);
}

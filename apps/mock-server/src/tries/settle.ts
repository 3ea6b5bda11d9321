import { fail, succeed } from "@guard/contract";
import type { GuardError, Result } from "@guard/contract";
import { checkCounter } from "../challenge/open.ts";
import type { Judge } from "../factors/runner.ts";
import type { Notice } from "../notices/notice.ts";
import { clearTries, lockAccount, takeBackTry } from "../store/account.ts";
import { recordAudit } from "../store/audit.ts";
import { reviveChallenges } from "../store/challenge.ts";
import { findCall, forgetCall, recordCall } from "../store/idempotency.ts";
import type { Account } from "../store/schema.ts";
import type { Tx } from "../store/transaction.ts";
import { forgetToday, takeBackToday } from "./closed-account.ts";
import { replay } from "./replay.ts";
import type { Reserved } from "./reserve.ts";
import { noticesOf, verdictOf } from "./tally.ts";
import type { Found, Trial } from "./trial.ts";

/** What a transaction decided, and what its owner is told once it is committed. */
export interface Settled<A> {
  readonly answer: Result<A>;
  readonly notices: readonly Notice[];
}

/** The second transaction of a try, under the account's row lock: the verdict and all that follows from it, or nothing. */
export async function settle<F extends Found, A>(tx: Tx, trial: Trial<F, A>, reserved: Reserved<F>, judge: Judge): Promise<Settled<A>> {
  const now = trial.domain.clock.now();
  const holder = await trial.lock(tx, now);
  if (!holder.ok) return turnAway(tx, trial, reserved, holder.error, now);
  // A twin of this call may have settled it meanwhile.
  const before = await replay(tx, trial, holder.value, await findCall(tx, trial.call, now), now);
  if (before !== undefined) return { answer: before, notices: [] };
  const found = await trial.findAgain(tx, holder.value, reserved.found, now);
  if (!found.ok) return turnAway(tx, trial, reserved, found.error, now);
  const verdict = await judge(tx, now);
  if (verdict === false) return reject(tx, trial, reserved, now);
  if (verdict === true) return accept(tx, trial, { found: found.value, tally: reserved.tally }, holder.value.account, now);
  await forget(tx, trial, reserved, holder.value.account, now);
  return turnAway(tx, trial, reserved, verdict.unjudged, now);
}

async function accept<F extends Found, A>(tx: Tx, trial: Trial<F, A>, reserved: Reserved<F>, account: Account, now: number): Promise<Settled<A>> {
  const { caller, event, factor, call } = trial;
  const { accountId, app } = reserved.found.subject;
  if (trial.onRight === "clear") await clear(tx, trial, reserved, account, now);
  else await takeBack(tx, trial, reserved, account, now);
  const accepted = await trial.accept(tx, reserved.found, now);
  await recordAudit(tx, caller, { event, result: "success", accountId, app, factor }, now);
  if (!accepted.ok) return { answer: accepted, notices: [] };
  await recordCall(tx, call, accepted.value.state, now);
  return { answer: succeed(accepted.value.answer), notices: accepted.value.notices };
}

/** All three counters go, even where this try's own reservation set the lock (R11). */
async function clear<F extends Found, A>(tx: Tx, trial: Trial<F, A>, { found }: Reserved<F>, account: Account, now: number): Promise<void> {
  await clearTries(tx, found.subject.accountId);
  await forgetToday(tx, found.subject.accountId, now);
  if (!checkCounter(account, now).ok) await unlock(tx, trial, found, now);
}

/** Counted, and then nothing was compared, or it was right where nothing is cleared: as if this try had not been, and no other is forgiven. */
async function takeBack<F extends Found, A>(tx: Tx, trial: Trial<F, A>, { found, tally }: Reserved<F>, account: Account, now: number): Promise<void> {
  const { accountId } = found.subject;
  if (tally.of === "day") return takeBackToday(tx, accountId, now);
  await takeBackTry(tx, accountId, tally);
  if (tally.lockedUntil !== null && tally.lockedUntil === account.lockedUntil) await unlock(tx, trial, found, now);
}

async function unlock<F extends Found, A>(tx: Tx, { caller, factor }: Trial<F, A>, { subject: { accountId, app } }: Found, now: number): Promise<void> {
  await reviveChallenges(tx, accountId, now);
  await recordAudit(tx, caller, { event: "account_unlock", result: "success", accountId, app, factor }, now);
}

/** Nothing was compared. The call is forgotten with the try, or a repetition would be judged without being counted. */
async function forget<F extends Found, A>(tx: Tx, trial: Trial<F, A>, reserved: Reserved<F>, account: Account, now: number): Promise<void> {
  await takeBack(tx, trial, reserved, account, now);
  await forgetCall(tx, trial.call);
}

/** For a try whose comparison could not begin. */
export async function giveUp<F extends Found, A>(tx: Tx, trial: Trial<F, A>, reserved: Reserved<F>): Promise<void> {
  const now = trial.domain.clock.now();
  const account = await lockAccount(tx, reserved.found.subject.accountId);
  await forget(tx, trial, reserved, account, now);
  await turnAway(tx, trial, reserved, { code: "factor_unavailable" }, now);
}

async function reject<F extends Found, A>(tx: Tx, trial: Trial<F, A>, reserved: Reserved<F>, now: number): Promise<Settled<A>> {
  const { standing } = reserved.found;
  const error = verdictOf(trial.given, reserved.tally, standing.policy);
  await trial.onWrong?.(tx, reserved.found);
  await recordCall(tx, trial.call, { at: "refused", error }, now);
  const turned = await turnAway<F, A>(tx, trial, reserved, error, now);
  return { ...turned, notices: noticesOf(reserved.tally, standing) };
}

async function turnAway<F extends Found, A>(tx: Tx, { caller, event, factor }: Trial<F, A>, { found }: Reserved<F>, error: GuardError, now: number): Promise<Settled<A>> {
  const { accountId, app } = found.subject;
  await recordAudit(tx, caller, { event, result: "failure", reason: error.code, accountId, app, factor }, now);
  return { answer: fail(error), notices: [] };
}

import { fail, succeed } from "@guard/contract";
import type { GuardError, Result } from "@guard/contract";
import { checkCounter } from "../challenge/open.ts";
import { newId } from "../crypto/token.ts";
import { findAccount, reserveTry } from "../store/account.ts";
import type { Reservation } from "../store/account.ts";
import { raiseAdminEvent } from "../store/admin-event.ts";
import { recordAudit } from "../store/audit.ts";
import type { AuditEvent } from "../store/audit.ts";
import { killChallenges } from "../store/challenge.ts";
import { killDevices } from "../store/device.ts";
import { findCall, recordCall } from "../store/idempotency.ts";
import type { Tally } from "../store/idempotency.ts";
import type { Tx } from "../store/transaction.ts";
import { countToday } from "./closed-account.ts";
import { replay } from "./replay.ts";
import { isHalfway } from "./tally.ts";
import type { Found, Holder, Trial } from "./trial.ts";

/** A try that was counted and may now be compared. */
export interface Reserved<F> {
  readonly found: F;
  readonly tally: Tally;
}

/** Either the answer stands already, or a counted try goes on to be compared. */
export type Begun<F, A> = { readonly kind: "answered"; readonly answer: Result<A> } | { readonly kind: "counted"; readonly reserved: Reserved<F> };

/** The first transaction of a try: it is counted and committed before anything is compared (R11, S-02). */
export async function reserve<F extends Found, A>(tx: Tx, trial: Trial<F, A>): Promise<Begun<F, A>> {
  const now = trial.domain.clock.now();
  // A twin of this call, in another process too, waits here and then finds what we wrote; else both would count (R12a).
  const holder = await trial.lock(tx, now);
  if (!holder.ok) return refuse(tx, trial, undefined, holder.error, now);
  const before = await findCall(tx, trial.call, now);
  const settled = await replay(tx, trial, holder.value, before, now);
  if (settled !== undefined) return { kind: "answered", answer: settled };
  const found = await find(tx, trial, holder.value, before !== undefined, now);
  if (!found.ok) return refuse(tx, trial, holder.value, found.error, now);
  // A repetition whose first run died between count and verdict is judged without being counted again.
  if (before?.at === "reserved") return { kind: "counted", reserved: { found: found.value, tally: before.tally } };
  const counted = await count(tx, trial, found.value, now);
  return counted.ok ? { kind: "counted", reserved: counted.value } : refuse(tx, trial, holder.value, counted.error, now);
}

/** What can't be judged at all is refused before it is counted. */
async function find<F extends Found, A>(tx: Tx, trial: Trial<F, A>, holder: Holder, again: boolean, now: number): Promise<Result<F>> {
  const found = await trial.find(tx, holder, again, now);
  if (!found.ok) return found;
  const { runner, standing } = found.value;
  if (runner.takes !== trial.given.kind) return fail({ code: "factor_unavailable" });
  // Closed means closed, whatever a caller let through: a recovery code is all that can be tried (R11b).
  if (standing.account.closedAt !== null && runner.takes !== "recovery" && !again) return fail({ code: "closed" });
  return found;
}

async function count<F extends Found, A>(tx: Tx, trial: Trial<F, A>, found: F, now: number): Promise<Result<Reserved<F>>> {
  const { account } = found.standing;
  // Whoever let a closed account as far as this lets it try its recovery code (R11b).
  const counted = account.closedAt === null ? await countInAccount(tx, trial, found, now) : await countToday(tx, account.id, now);
  if (!counted.ok) return counted;
  await recordCall(tx, trial.call, { at: "reserved", tally: counted.value }, now);
  return succeed({ found, tally: counted.value });
}

async function countInAccount<F extends Found, A>(tx: Tx, trial: Trial<F, A>, found: F, now: number): Promise<Result<Tally>> {
  const { account, policy } = found.standing;
  const reservation = await reserveTry(tx, account.id, policy, now);
  if (reservation === undefined) return fail(await reasonNotCounted(tx, account.id, now));
  await applyLock(tx, trial, found, reservation, now);
  return succeed({ of: "account", ...reservation });
}

/** Somebody else's try locked or closed the account between our read and our count. */
async function reasonNotCounted(tx: Tx, accountId: string, now: number): Promise<GuardError> {
  const free = checkCounter(await findAccount(tx, accountId), now);
  return free.ok ? { code: "closed" } : free.error;
}

/** The lock kills every challenge of the account in the transaction that sets it (S-06). */
async function applyLock<F extends Found, A>(tx: Tx, { domain, caller, factor }: Trial<F, A>, { standing, subject }: Found, reservation: Reservation, now: number): Promise<void> {
  const { accountId, app } = subject;
  const { lockedUntil, closedAt } = reservation;
  const record = (event: AuditEvent) => recordAudit(tx, caller, { event, result: "success", accountId, app, factor }, now);
  if (lockedUntil !== null || closedAt !== null) await killDevices(tx, accountId);
  if (lockedUntil !== null) {
    await killChallenges(tx, accountId, lockedUntil);
    await record("account_lock");
  }
  if (closedAt !== null) await record("account_close");
  if (isHalfway(reservation, standing.policy)) {
    await raiseAdminEvent(tx, { id: newId(domain.random), at: now, kind: "many_failures", subject: `account:${accountId}`, app, accountId });
  }
}

async function refuse<F extends Found, A>(tx: Tx, { caller, event, factor }: Trial<F, A>, holder: Holder | undefined, error: GuardError, now: number): Promise<Extract<Begun<F, A>, { kind: "answered" }>> {
  const whose = holder === undefined ? {} : { accountId: holder.account.id, app: holder.app };
  await recordAudit(tx, caller, { event, result: "failure", reason: error.code, factor, ...whose }, now);
  return { kind: "answered", answer: fail(error) };
}

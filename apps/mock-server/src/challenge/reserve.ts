import { fail, succeed } from "@guard/contract";
import type { Completion, GuardError, Result } from "@guard/contract";
import { readStanding } from "../sign-in/standing.ts";
import { findAccount, lockAccountOfChallenge, reserveTry } from "../store/account.ts";
import type { Reservation } from "../store/account.ts";
import { recordAudit } from "../store/audit.ts";
import type { AuditEvent } from "../store/audit.ts";
import { findChallengeByToken, killChallenges } from "../store/challenge.ts";
import { killDevices } from "../store/device.ts";
import { findCall, recordCall } from "../store/idempotency.ts";
import type { Tx } from "../store/transaction.ts";
import type { Reserved, VerifyCall } from "./attempt.ts";
import { findOffer } from "./offer.ts";
import type { Offer, Open } from "./offer.ts";
import { checkCounter, openChallenge } from "./open.ts";
import { replay } from "./replay.ts";

/** Either the answer stands already, or a counted try goes on to be compared. */
export type Begun = { readonly kind: "answered"; readonly answer: Result<Completion> } | { readonly kind: "counted"; readonly reserved: Reserved };

/** The first transaction of a try: it is counted and committed before anything is compared (R11, S-02). */
export async function reserve(tx: Tx, verify: VerifyCall): Promise<Begun> {
  const now = verify.domain.clock.now();
  // A twin of this call, in another process too, waits here and then finds what we wrote; else both would count (R12a).
  await lockAccountOfChallenge(tx, verify.tokenHash);
  const before = await findCall(tx, verify.call, now);
  const settled = await replay(tx, verify, before, now);
  if (settled !== undefined) return { kind: "answered", answer: settled };
  const offered = await findOffered(tx, verify, before !== undefined, now);
  if (!offered.ok) return refuse(tx, verify, offered.error, now);
  // A repetition whose first run died between count and verdict is judged without being counted again.
  if (before?.at === "reserved") return { kind: "counted", reserved: { ...offered.value, reservation: before.reservation } };
  return count(tx, verify, offered.value, now);
}

interface Offered {
  readonly open: Open;
  readonly offer: Offer;
}

async function findOffered(tx: Tx, { domain, tokenHash, request }: VerifyCall, again: boolean, now: number): Promise<Result<Offered>> {
  const open = again ? await reopenChallenge(tx, tokenHash) : await openChallenge(tx, tokenHash, now);
  if (!open.ok) return open;
  const offer = findOffer(open.value, domain.runners, request.factor);
  if (offer === undefined) return fail({ code: "factor_unavailable" });
  // No address was entered yet, so no code can be right: nothing is compared and nothing is counted.
  if (offer.runner.delivery !== undefined && offer.target === null) return fail({ code: "conflict" });
  return succeed({ open: open.value, offer });
}

/** For a try that is counted already: the lock it may have set itself does not stand in its way. */
async function reopenChallenge(tx: Tx, tokenHash: string): Promise<Result<Open>> {
  const row = await findChallengeByToken(tx, tokenHash);
  if (row === undefined || row.burntAt !== null) return fail({ code: "challenge_expired" });
  const standing = await readStanding(tx, await findAccount(tx, row.accountId), row.app);
  return standing === undefined ? fail({ code: "challenge_expired" }) : succeed({ row, standing });
}

async function count(tx: Tx, verify: VerifyCall, offered: Offered, now: number): Promise<Begun> {
  const { account, policy } = offered.open.standing;
  const reservation = await reserveTry(tx, account.id, policy, now);
  if (reservation === undefined) return refuse(tx, verify, await reasonNotCounted(tx, account.id, now), now);
  await applyLock(tx, verify, offered, reservation, now);
  await recordCall(tx, verify.call, { at: "reserved", reservation }, now);
  return { kind: "counted", reserved: { ...offered, reservation } };
}

/** Somebody else's try locked or closed the account between our read and our count. */
async function reasonNotCounted(tx: Tx, accountId: string, now: number): Promise<GuardError> {
  const free = checkCounter(await findAccount(tx, accountId), now);
  return free.ok ? { code: "closed" } : free.error;
}

/** The lock kills every challenge of the account in the transaction that sets it (S-06). */
async function applyLock(tx: Tx, { caller, request }: VerifyCall, { open }: Offered, { lockedUntil, closedAt }: Reservation, now: number): Promise<void> {
  const { accountId, app } = open.row;
  const record = (event: AuditEvent) => recordAudit(tx, caller, { event, result: "success", accountId, app, factor: request.factor }, now);
  if (lockedUntil !== null || closedAt !== null) await killDevices(tx, accountId);
  if (lockedUntil !== null) {
    await killChallenges(tx, accountId, lockedUntil);
    await record("account_lock");
  }
  if (closedAt !== null) await record("account_close");
}

async function refuse(tx: Tx, { caller, request, tokenHash }: VerifyCall, error: GuardError, now: number): Promise<Begun> {
  const row = await findChallengeByToken(tx, tokenHash);
  const whose = row === undefined ? {} : { accountId: row.accountId, app: row.app };
  await recordAudit(tx, caller, { event: "code_verify", result: "failure", reason: error.code, factor: request.factor, ...whose }, now);
  return { kind: "answered", answer: fail(error) };
}

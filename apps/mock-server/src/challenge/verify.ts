import { fail } from "@guard/contract";
import type { Completion, GuardError, Result } from "@guard/contract";
import type { Caller } from "../caller.ts";
import { sha256 } from "../crypto/digest.ts";
import type { Domain } from "../domain.ts";
import type { Judge } from "../factors/runner.ts";
import { callId } from "../idempotency.ts";
import { mintCompletion } from "../sign-in/complete-login.ts";
import { mayBind, readStanding } from "../sign-in/standing.ts";
import { lockAccount } from "../store/account.ts";
import type { Reservation } from "../store/account.ts";
import { recordAudit } from "../store/audit.ts";
import { findChallengeByToken } from "../store/challenge.ts";
import { findCall, recordCall } from "../store/idempotency.ts";
import { transact } from "../store/transaction.ts";
import type { Tx } from "../store/transaction.ts";
import { accept } from "./accept.ts";
import type { Reserved, VerifyCall } from "./attempt.ts";
import { replay } from "./replay.ts";
import { reserve } from "./reserve.ts";

/** Judges a code: count it, compare it, settle it, each committed before the next (R11, R12, S-02). */
export async function verifyCode(domain: Domain, caller: Caller, request: VerifyCall["request"]): Promise<Result<Completion>> {
  const call = await callId(domain, "verifyCode", caller, request);
  const verify: VerifyCall = { domain, caller, request, call, tokenHash: await sha256(caller.token), minted: await mintCompletion(domain.random) };
  const begun = await transact(domain.store, (tx) => reserve(tx, verify));
  if (begun.kind === "answered") return begun.answer;
  const { open, offer } = begun.reserved;
  const { accountId, app } = open.row;
  const judge = await offer.runner.prepare({ accountId, app, purpose: offer.purpose, target: offer.target, code: request.code });
  return transact(domain.store, (tx) => settle(tx, verify, begun.reserved, judge));
}

/** The second transaction of a try, under the account's row lock: the verdict and all that follows from it, or nothing. */
async function settle(tx: Tx, verify: VerifyCall, reserved: Reserved, judge: Judge): Promise<Result<Completion>> {
  const { domain, call, tokenHash } = verify;
  const now = domain.clock.now();
  const account = await lockAccount(tx, reserved.open.row.accountId);
  // A twin of this call may have settled it meanwhile.
  const settled = await replay(tx, verify, await findCall(tx, call, now), now);
  if (settled !== undefined) return settled;
  const row = await findChallengeByToken(tx, tokenHash);
  const standing = row === undefined ? undefined : await readStanding(tx, account, row.app);
  if (row === undefined || standing === undefined || row.burntAt !== null) return turnAway(tx, verify, reserved, { code: "challenge_expired" }, now);
  if (reserved.offer.purpose === "bind" && !mayBind(standing, verify.request.factor)) return turnAway(tx, verify, reserved, { code: "bind_not_allowed" }, now);
  if (!(await judge(tx, now))) return reject(tx, verify, reserved, now);
  return accept(tx, verify, { row, standing }, reserved.offer, now);
}

async function reject(tx: Tx, verify: VerifyCall, reserved: Reserved, now: number): Promise<Result<never>> {
  const error = verdictOf(reserved.reservation, reserved.open.standing.policy.failuresToLock);
  await recordCall(tx, verify.call, { at: "refused", error }, now);
  return turnAway(tx, verify, reserved, error, now);
}

/** Wrong, used, expired and superseded get one answer (R12, S-41). Pure. */
function verdictOf({ failures, lockedUntil, closedAt }: Reservation, failuresToLock: number) {
  if (closedAt !== null) return { code: "closed" } as const;
  if (lockedUntil !== null) return { code: "locked", lockedUntil } as const;
  return { code: "code_invalid", attemptsLeft: failuresToLock - failures } as const;
}

async function turnAway(tx: Tx, { caller, request }: VerifyCall, { open }: Reserved, error: GuardError, now: number): Promise<Result<never>> {
  const { accountId, app } = open.row;
  await recordAudit(tx, caller, { event: "code_verify", result: "failure", reason: error.code, accountId, app, factor: request.factor }, now);
  return fail(error);
}

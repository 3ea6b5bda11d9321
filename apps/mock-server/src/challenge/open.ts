import { fail, succeed } from "@guard/contract";
import type { Result } from "@guard/contract";
import { readStanding } from "../sign-in/standing.ts";
import { findAccount } from "../store/account.ts";
import { findChallengeByToken } from "../store/challenge.ts";
import type { Account, ChallengeRow } from "../store/schema.ts";
import type { Tx } from "../store/transaction.ts";
import { isRecoveryOnly, proofStands } from "./offer.ts";
import type { Open } from "./offer.ts";

/** The challenge behind a token, if it is alive. */
export async function openChallenge(tx: Tx, tokenHash: string, now: number): Promise<Result<Open>> {
  const row = await findChallengeByToken(tx, tokenHash);
  if (row === undefined) return fail({ code: "challenge_expired" });
  const account = await findAccount(tx, row.accountId);
  const alive = checkAlive(row, account, now);
  if (!alive.ok) return alive;
  const standing = await readStanding(tx, account, row.app);
  return standing === undefined || !proofStands({ row, standing }) ? fail({ code: "challenge_expired" }) : succeed({ row, standing });
}

/** Killed by a lock it says `locked` while the lock stands, even when its own time is over; after that it is gone (R11a, S-06). Pure. */
function checkAlive(row: ChallengeRow, account: Account, now: number): Result<true> {
  if (row.burntAt !== null) return fail({ code: "challenge_expired" });
  if (row.lockedUntil !== null && row.lockedUntil > now) return fail({ code: "locked", lockedUntil: row.lockedUntil });
  if (row.lockedUntil !== null || row.expiresAt <= now) return fail({ code: "challenge_expired" });
  const free = checkCounter(account, now);
  return !free.ok && free.error.code === "closed" && isRecoveryOnly(row) ? succeed(true) : free;
}

/** What the counter says about an account at this moment (R11). Pure. */
export function checkCounter(account: Pick<Account, "closedAt" | "lockedUntil">, now: number): Result<true> {
  if (account.closedAt !== null) return fail({ code: "closed" });
  if (account.lockedUntil !== null && account.lockedUntil > now) return fail({ code: "locked", lockedUntil: account.lockedUntil });
  return succeed(true);
}

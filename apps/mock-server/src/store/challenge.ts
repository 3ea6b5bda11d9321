import type { Insertable } from "kysely";
import type { ChallengeRow } from "./schema.ts";
import type { ChallengeTable } from "./tables/login.ts";
import type { Tx } from "./transaction.ts";

export async function insertChallenge(tx: Tx, challenge: Insertable<ChallengeTable>): Promise<void> {
  // The account's own leftovers go with it, so the table holds no more than the logins that run.
  await tx.deleteFrom("challenge").where("accountId", "=", challenge.accountId).where("expiresAt", "<=", challenge.createdAt).execute();
  await tx.insertInto("challenge").values(challenge).execute();
}

export function findChallengeByToken(tx: Tx, tokenHash: string): Promise<ChallengeRow | undefined> {
  return tx.selectFrom("challenge").selectAll().where("tokenHash", "=", tokenHash).executeTakeFirst();
}

/** Keeps the address to bind; it is bound only when its code comes back (S-27). */
export async function setPendingTarget(tx: Tx, id: string, bindFactor: string, bindTarget: string): Promise<void> {
  await tx.updateTable("challenge").set({ bindFactor, bindTarget }).where("id", "=", id).execute();
}

/** Remembers the recovery code that was right in it. */
export async function setProvenRecovery(tx: Tx, id: string, recoveryMac: string): Promise<void> {
  await tx.updateTable("challenge").set({ recoveryMac }).where("id", "=", id).execute();
}

/** Burns a challenge at success; of two callers one gets `true` (S-22). */
export async function burnChallenge(tx: Tx, id: string, now: number): Promise<boolean> {
  const burnt = await tx
    .updateTable("challenge")
    .set({ burntAt: now })
    .where("id", "=", id)
    .where("burntAt", "is", null)
    .returning("id")
    .executeTakeFirst();
  return burnt !== undefined;
}

/** Every login of the account that is on its way is over. */
export async function burnChallenges(tx: Tx, accountId: string, now: number): Promise<void> {
  await tx.updateTable("challenge").set({ burntAt: now }).where("accountId", "=", accountId).where("burntAt", "is", null).execute();
}

/** At the lock every challenge of the account dies; each says `locked` until then (S-06). */
export async function killChallenges(tx: Tx, accountId: string, lockedUntil: number): Promise<void> {
  await tx
    .updateTable("challenge")
    .set({ lockedUntil })
    .where("accountId", "=", accountId)
    .where("burntAt", "is", null)
    .where("lockedUntil", "is", null)
    .execute();
}

/** A right code lifted the lock that stands now: what that lock killed lives again, what older locks killed does not. */
export async function reviveChallenges(tx: Tx, accountId: string, now: number): Promise<void> {
  await tx.updateTable("challenge").set({ lockedUntil: null }).where("accountId", "=", accountId).where("lockedUntil", ">", now).execute();
}

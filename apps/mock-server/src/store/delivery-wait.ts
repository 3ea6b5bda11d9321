import type { Tx } from "./transaction.ts";

/** The wait between two codes is per account and target, whatever the purpose or application (R9). */
export interface WaitKey {
  readonly accountId: string;
  readonly target: string;
}

export interface Wait {
  readonly resendAt: number;
  readonly claim: string;
}

/** Starts the wait, unless one is running: of any number of sends at once exactly one gets `true` (S-31). */
export async function claimWait(tx: Tx, key: WaitKey, wait: Wait, now: number): Promise<boolean> {
  const claimed = await tx
    .insertInto("deliveryWait")
    .values({ accountId: key.accountId, target: key.target, ...wait })
    .onConflict((conflict) =>
      conflict
        .columns(["accountId", "target"])
        .doUpdateSet({ resendAt: wait.resendAt, claim: wait.claim })
        .where("deliveryWait.resendAt", "<=", now),
    )
    .returning("claim")
    .executeTakeFirst();
  return claimed !== undefined;
}

export function findWait(tx: Tx, key: WaitKey): Promise<Wait | undefined> {
  return tx
    .selectFrom("deliveryWait")
    .select(["resendAt", "claim"])
    .where("accountId", "=", key.accountId)
    .where("target", "=", key.target)
    .executeTakeFirst();
}

/** Ends the wait of a send that was refused: nothing went out, so nobody waits (R6a). */
export async function giveBackWait(tx: Tx, key: WaitKey, claim: string, now: number): Promise<void> {
  await tx
    .updateTable("deliveryWait")
    .set({ resendAt: now })
    .where("accountId", "=", key.accountId)
    .where("target", "=", key.target)
    .where("claim", "=", claim)
    .execute();
}

/** Ends the wait because its code was used: the next login's code is no resend. */
export async function endWait(tx: Tx, key: WaitKey, now: number): Promise<void> {
  await tx
    .updateTable("deliveryWait")
    .set({ resendAt: now })
    .where("accountId", "=", key.accountId)
    .where("target", "=", key.target)
    .where("resendAt", ">", now)
    .execute();
}

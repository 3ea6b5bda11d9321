import { sql } from "kysely";
import type { Tx } from "./transaction.ts";

/** Spends a picture for an account; of two callers with the same one, one gets `true` (S-56). */
export async function spendPicture(tx: Tx, accountId: string, hash: string, usedAt: number): Promise<boolean> {
  const used = await tx
    .insertInto("usedPicture")
    .values({ accountId, hash, usedAt })
    .onConflict((conflict) => conflict.doNothing())
    .returning("hash")
    .executeTakeFirst();
  return used !== undefined;
}

/** One more face that did not match in this login. */
export async function countFaceFailure(tx: Tx, challengeId: string): Promise<void> {
  await tx.updateTable("challenge").set({ faceFailures: sql<number>`${sql.ref("faceFailures")} + 1` }).where("id", "=", challengeId).execute();
}

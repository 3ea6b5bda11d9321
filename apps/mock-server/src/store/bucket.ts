import type { Bucket } from "./schema.ts";
import type { Tx } from "./transaction.ts";

/** What was not touched for a day is forgotten. */
const FORGOTTEN_MS = 86_400_000;

/**
 * The row that counts for a key, held until the transaction ends; a key that is new gets an empty one. Whoever counts
 * under the same key waits here, also in another process. Take several in the same order everywhere.
 */
export function lockBucket(tx: Tx, key: string, now: number): Promise<Bucket> {
  return tx
    .insertInto("bucket")
    .values({ key, failures: 0, since: now, nextAt: 0, touchedAt: now })
    .onConflict((conflict) => conflict.column("key").doUpdateSet({ touchedAt: now }))
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function saveBucket(tx: Tx, { key, ...bucket }: Bucket): Promise<void> {
  await tx.updateTable("bucket").set(bucket).where("key", "=", key).execute();
}

/** Call it before the first lock: waiting here while holding one could be waiting for each other. */
export async function sweepBuckets(tx: Tx, now: number): Promise<void> {
  await tx.deleteFrom("bucket").where("touchedAt", "<=", now - FORGOTTEN_MS).execute();
}

import { sql } from "kysely";
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

/** Writes buckets that are held. */
export async function saveBuckets(tx: Tx, buckets: readonly Bucket[]): Promise<void> {
  await tx
    .insertInto("bucket")
    .values([...buckets])
    .onConflict((conflict) =>
      conflict.column("key").doUpdateSet((row) => ({ failures: row.ref("excluded.failures"), since: row.ref("excluded.since"), nextAt: row.ref("excluded.nextAt") })),
    )
    .execute();
}

/** As if nothing had failed here. */
export async function clearBucket(tx: Tx, key: string): Promise<void> {
  await tx.updateTable("bucket").set({ failures: 0, nextAt: 0 }).where("key", "=", key).execute();
}

/** The failure that was counted was none. It was let through, so nothing was to be waited for. */
export async function takeBackFailure(tx: Tx, key: string, now: number): Promise<void> {
  const earlier = sql<number>`case when ${sql.ref("nextAt")} > ${now} then cast(${now} as bigint) else ${sql.ref("nextAt")} end`;
  await tx
    .updateTable("bucket")
    .set((row) => ({ failures: row("failures", "-", 1), nextAt: earlier }))
    .where("key", "=", key)
    .where("failures", ">", 0)
    .execute();
}

/** Call it before you hold a bucket that many share: waiting here while others wait for that could be waiting for each other. */
export async function sweepBuckets(tx: Tx, now: number): Promise<void> {
  await tx.deleteFrom("bucket").where("touchedAt", "<=", now - FORGOTTEN_MS).execute();
}

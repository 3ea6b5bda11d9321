import { sql } from "kysely";
import type { Bucket } from "./schema.ts";
import type { Tx } from "./transaction.ts";

/** What was not touched for a day is forgotten. */
const FORGOTTEN_MS = 86_400_000;

/**
 * The row that counts for a key, held until the transaction ends; a key that is new gets an empty one. Whoever counts
 * under the same key waits here, also in another process. Take several in the same order everywhere.
 */
export async function lockBucket(tx: Tx, key: string, now: number): Promise<Bucket> {
  return (await lockBuckets(tx, [key], now))[0];
}

/** Takes hold of several with one statement, in the order they are named: both databases go through a list of values from its start. */
export async function lockBuckets<const Keys extends readonly string[]>(tx: Tx, keys: Keys, now: number): Promise<{ readonly [At in keyof Keys]: Bucket }> {
  const rows = await tx
    .insertInto("bucket")
    .values(keys.map((key) => emptyBucket(key, now)))
    .onConflict((conflict) => conflict.column("key").doUpdateSet({ touchedAt: now }))
    .returningAll()
    .execute();
  // What comes back has no promised order.
  return keys.map((key) => rows.find((row) => row.key === key)) as { [At in keyof Keys]: Bucket };
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

/**
 * The failures that were counted were none: each key gives one back, and since it was let through, nothing was to be
 * waited for. At `cleared` it is as if nothing had ever failed. Name the keys in the order in which they are held.
 */
export async function takeBackFailures(tx: Tx, keys: readonly string[], now: number, cleared = ""): Promise<void> {
  const [key, failures, nextAt] = [sql.ref("bucket.key"), sql.ref("bucket.failures"), sql.ref("bucket.nextAt")];
  // An update would take hold of them in an order of its own.
  await tx
    .insertInto("bucket")
    .values(keys.map((each) => emptyBucket(each, now)))
    .onConflict((conflict) =>
      conflict.column("key").doUpdateSet({
        failures: sql<number>`case when ${key} = ${cleared} or ${failures} < 1 then 0 else ${failures} - 1 end`,
        nextAt: sql<number>`case when ${key} = ${cleared} then 0 when ${failures} > 0 and ${nextAt} > ${now} then cast(${now} as bigint) else ${nextAt} end`,
      }),
    )
    .execute();
}

const emptyBucket = (key: string, now: number): Bucket => ({ key, failures: 0, since: now, nextAt: 0, touchedAt: now });

/** Call it before you hold a bucket that many share: waiting here while others wait for that could be waiting for each other. */
export async function sweepBuckets(tx: Tx, now: number): Promise<void> {
  await tx.deleteFrom("bucket").where("touchedAt", "<=", now - FORGOTTEN_MS).execute();
}

import { fail, succeed } from "@guard/contract";
import type { Result } from "@guard/contract";
import { lockBucket, saveBuckets, takeBackFailures } from "../store/bucket.ts";
import type { Tally } from "../store/idempotency.ts";
import type { Tx } from "../store/transaction.ts";

/** Recovery codes a closed account may try (R11b). They skip the total, which could not grow any more. */
export const TRIES_A_DAY = 5;
const DAY_MS = 86_400_000;

const keyOf = (accountId: string): string => `recover:${accountId}`;

/** Counts a try of today, or says when the next day begins: a day after the first of the last five. */
export async function countToday(tx: Tx, accountId: string, now: number): Promise<Result<Tally>> {
  const bucket = await lockBucket(tx, keyOf(accountId), now);
  const fresh = bucket.failures === 0 || bucket.since + DAY_MS <= now;
  const { failures, since } = fresh ? { failures: 0, since: now } : bucket;
  if (failures >= TRIES_A_DAY) return fail({ code: "rate_limited", retryAt: since + DAY_MS });
  await saveBuckets(tx, [{ ...bucket, failures: failures + 1, since }]);
  return succeed({ of: "day", tries: failures + 1, endsAt: since + DAY_MS });
}

export const forgetToday = (tx: Tx, accountId: string, now: number): Promise<void> => takeBackFailures(tx, [keyOf(accountId)], now, keyOf(accountId));

export const takeBackToday = (tx: Tx, accountId: string, now: number): Promise<void> => takeBackFailures(tx, [keyOf(accountId)], now);

import { fail, succeed } from "@guard/contract";
import type { Result } from "@guard/contract";
import type { Domain } from "../domain.ts";
import { networkOf } from "../network/address.ts";
import { lockBucket, saveBuckets, sweepBuckets } from "../store/bucket.ts";
import { transact } from "../store/transaction.ts";
import { countFailure, SECRETS } from "./slow-down.ts";

/**
 * Counts a wrong application secret from a network, or says until when nothing more is counted there. Asked after the
 * secret was judged and only for a wrong one: a right one waits for nobody, whatever its neighbours try, since 256 bits
 * are not found by guessing. What is limited is the noise.
 */
export function countWrongSecret(domain: Domain, ip: string): Promise<Result<true>> {
  const now = domain.clock.now();
  return transact(domain.store, async (tx) => {
    await sweepBuckets(tx, now);
    const bucket = await lockBucket(tx, `secrets-from:${networkOf(ip)}`, now);
    const counted = countFailure(bucket, SECRETS, now);
    if (counted === undefined) return fail({ code: "rate_limited", retryAt: bucket.nextAt });
    await saveBuckets(tx, [counted]);
    return succeed(true);
  });
}

import type { Bucket } from "../store/schema.ts";

/** How failures make the next try wait. */
export interface SlowDown {
  /** Failures that cost nothing. */
  readonly free: number;
  /** The waits after that, in ms; the last one stays. */
  readonly waits: readonly [number, ...number[]];
  /** A run of failures is forgotten when it was left alone for so long, in ms. */
  readonly forgetMs: number;
  /** One failure is forgiven every so long, in ms, where the failures of many people meet and never pause. */
  readonly forgiveMs?: number;
}

const HOUR_MS = 3_600_000;
const WAITS = [1000, 2000, 4000, 8000, 16_000, 30_000] as const;

/** Between two tries of one address while the account is flooded. */
export const FLOOD_WAIT_MS = 30_000;

/** Of one address at one account: 0, 0, 0, 1, 2, 4 .. 30 s (S-07). */
export const PAIR: SlowDown = { free: 3, waits: WAITS, forgetMs: HOUR_MS };
/** The same while the account is flooded: the first try from a new address is still free. */
export const FLOODED_PAIR: SlowDown = { free: 1, waits: [FLOOD_WAIT_MS], forgetMs: HOUR_MS };
/** Of one address at all accounts. Many people share one, and ten typos of an office are no attack. */
export const ADDRESS: SlowDown = { free: 30, waits: WAITS, forgetMs: HOUR_MS, forgiveMs: 120_000 };

/** Wrong application secrets from one network: three typos of a deployment, then waits. */
export const SECRETS: SlowDown = { free: 3, waits: WAITS, forgetMs: HOUR_MS };

/** Failures at one account within an hour, from everywhere, that make a flood (S-07). */
export const FLOOD = 100;

/** Counts a try as failed before it is judged; nothing when it has to wait. Pure. */
export function countFailure(bucket: Bucket, slowDown: SlowDown, now: number): Bucket | undefined {
  if (bucket.nextAt > now) return undefined;
  const { failures, since } = standing(bucket, slowDown, now);
  const over = failures + 1 - slowDown.free;
  const wait = over < 0 ? 0 : (slowDown.waits[Math.min(over, slowDown.waits.length - 1)] ?? 0);
  return { ...bucket, failures: failures + 1, since, nextAt: now + wait };
}

/** What still counts of the failures until now. More than the longest wait needs is not kept, or an attack would be paid for days after it. */
function standing(bucket: Bucket, { free, waits, forgetMs, forgiveMs = Infinity }: SlowDown, now: number): Pick<Bucket, "failures" | "since"> {
  if (bucket.failures === 0 || bucket.nextAt + forgetMs <= now) return { failures: 0, since: now };
  const forgiven = Math.floor((now - bucket.since) / forgiveMs);
  const kept = Math.min(bucket.failures, free + waits.length - 1);
  return { failures: Math.max(0, kept - forgiven), since: forgiven === 0 ? bucket.since : bucket.since + forgiven * forgiveMs };
}

/** Counts within a fixed hour and never refuses. Pure. */
export function countInHour(bucket: Bucket, now: number): Bucket {
  const over = bucket.failures === 0 || bucket.since + HOUR_MS <= now;
  return { ...bucket, failures: over ? 1 : bucket.failures + 1, since: over ? now : bucket.since };
}

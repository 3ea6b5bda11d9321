import { fail, succeed } from "@guard/contract";
import type { Result } from "@guard/contract";
import type { Identifier } from "../account/identifier.ts";
import type { Caller } from "../caller.ts";
import { mac } from "../crypto/mac.ts";
import { newId } from "../crypto/token.ts";
import type { Domain } from "../domain.ts";
import { networkOf } from "../network/address.ts";
import type { Random } from "../ports.ts";
import { raiseAdminEvent } from "../store/admin-event.ts";
import { lockBuckets, saveBuckets, sweepBuckets, takeBackFailures } from "../store/bucket.ts";
import { transact } from "../store/transaction.ts";
import type { Tx } from "../store/transaction.ts";
import { ADDRESS, countFailure, countInHour, FLOOD, FLOODED_PAIR, PAIR } from "./slow-down.ts";

/** The counters a password attempt goes by. */
export interface Guess {
  /** This address at this account. */
  readonly pair: string;
  readonly address: string;
  /** The account as it was named. Not as it was found: sharing a counter would tell which names are one account's. */
  readonly account: string;
}

export async function nameGuess(domain: Domain, caller: Caller, { kind, value }: Identifier): Promise<Guess> {
  const { guess } = await domain.keys();
  const network = networkOf(caller.ip);
  const [pair, account] = await Promise.all([mac(guess, kind, value, network), mac(guess, kind, value)]);
  return { pair: `guess:${pair}`, address: `guesses-from:${network}`, account: `guesses-at:${account}` };
}

/** Whether the attempt may be judged, and whether the account is flooded. */
export type Admission = Result<{ readonly flooded: boolean }>;

/** Counts the attempt as a failure before anything is hashed, so that no number of attempts at once gets past the waits (S-07). It never touches the lock of R11. */
export async function admitGuess(tx: Tx, random: Random, guess: Guess, app: string, now: number): Promise<Admission> {
  await sweepBuckets(tx, now);
  const [pair, address, atAccount] = await lockBuckets(tx, inOrder(guess), now);
  const account = countInHour(atAccount, now);
  const flooded = account.failures > FLOOD;
  const countedPair = countFailure(pair, flooded ? FLOODED_PAIR : PAIR, now);
  const countedAddress = countFailure(address, ADDRESS, now);
  if (countedPair === undefined || countedAddress === undefined) return fail({ code: "rate_limited", retryAt: Math.max(pair.nextAt, address.nextAt) });
  await saveBuckets(tx, [countedPair, countedAddress, account]);
  if (flooded) await raiseAdminEvent(tx, { id: newId(random), at: now, kind: "password_flood", subject: guess.account, app, accountId: null });
  return succeed({ flooded });
}

/** A right password clears what this address did at this account. Of the other counters it takes back only itself: an attacker's own account must not wash them. */
export function pardonGuess(tx: Tx, guess: Guess, now: number): Promise<void> {
  return takeBackFailures(tx, inOrder(guess), now, guess.pair);
}

/** Nothing was judged, because the server was too busy. */
export function forgetGuess(domain: Domain, guess: Guess): Promise<void> {
  return transact(domain.store, (tx) => takeBackFailures(tx, inOrder(guess), domain.clock.now()));
}

/** Always in this order, so that two attempts never wait for each other. */
const inOrder = ({ pair, address, account }: Guess) => [pair, address, account] as const;

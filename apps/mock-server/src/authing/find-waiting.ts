import type { SentFactor } from "@guard/contract";
import { findOffer } from "../challenge/offer.ts";
import type { Offer } from "../challenge/offer.ts";
import { openChallenge } from "../challenge/open.ts";
import type { Domain } from "../domain.ts";
import { networkOf } from "../network/address.ts";
import { effectivePolicy } from "../policy/effective-policy.ts";
import { findApplication, findGlobalRules } from "../store/application.ts";
import { listLoginsOf, listLoginsToBind } from "../store/authing-waiting.ts";
import { transact } from "../store/transaction.ts";
import type { Tx } from "../store/transaction.ts";
import type { Call } from "./call.ts";

/** A login that waits for a code to an address. */
export interface Waiting {
  readonly tokenHash: string;
  /** The address has to be taken as the one to bind first. */
  readonly binds: boolean;
  /** Whether who sends has the login's token. */
  readonly isOwn: boolean;
  /** The address that a send without a token named before; another one may take its place. */
  readonly looseTarget: string | null;
}

/**
 * Whose login waits for a code to `target`, as far as a send without a token can tell: one that was begun in this
 * application from the same network (R23). The address's owner comes before somebody who may bind it, the newest login first.
 */
export function findWaiting({ domain, caller, app }: Call, factor: SentFactor, target: string): Promise<Waiting | undefined> {
  const place = { network: networkOf(caller.ip), app };
  return transact(domain.store, async (tx) => {
    const now = domain.clock.now();
    for (const login of await listLoginsOf(tx, place, factor, target, now)) {
      if ((await offerOf(tx, domain, login.tokenHash, factor, now))?.target === target) return { ...login, binds: false, isOwn: false };
    }
    const application = await findApplication(tx, app);
    if (application === undefined) return undefined;
    const policy = effectivePolicy(application, await findGlobalRules(tx));
    for (const login of await listLoginsToBind(tx, place, factor, policy, now)) {
      if ((await offerOf(tx, domain, login.tokenHash, factor, now))?.bound === false) return { ...login, binds: true, isOwn: false };
    }
    return undefined;
  });
}

/** The same for a send that did bring its login's token; nothing where the login is bound to another address (S-30). */
export async function findOwn({ domain }: Call, tokenHash: string, factor: SentFactor, target: string): Promise<Waiting | undefined> {
  const offer = await readOffer(domain, tokenHash, factor);
  const isAsked = offer?.target === target || offer?.bound === false;
  return isAsked ? { tokenHash, binds: !offer.bound, isOwn: true, looseTarget: null } : undefined;
}

/** How a login stands to a factor; nothing where it is over or does not ask for it. */
export const readOffer = (domain: Domain, tokenHash: string, factor: SentFactor): Promise<Offer | undefined> =>
  transact(domain.store, (tx) => offerOf(tx, domain, tokenHash, factor, domain.clock.now()));

async function offerOf(tx: Tx, domain: Domain, tokenHash: string, factor: SentFactor, now: number): Promise<Offer | undefined> {
  const open = await openChallenge(tx, tokenHash, now);
  return open.ok ? findOffer(open.value, domain.runners, factor) : undefined;
}

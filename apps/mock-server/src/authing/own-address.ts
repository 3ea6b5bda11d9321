import type { SentFactor } from "@guard/contract";
import { findProof } from "../account/prove.ts";
import { openVisit } from "../account/visit.ts";
import { sha256 } from "../crypto/digest.ts";
import { transact } from "../store/transaction.ts";
import type { Call } from "./call.ts";

/** An address in the personal centre. */
export interface OwnAddress {
  /** The one that is about to be bound there, and no code of which came back yet. */
  readonly toBind: string | null;
  /** The one that proves who somebody is. */
  readonly proven: string | null;
}

/** Which addresses of a factor the holder of a session has. */
export async function readOwnAddress({ domain, caller }: Call, factor: SentFactor): Promise<OwnAddress> {
  const tokenHash = await sha256(caller.token);
  return transact(domain.store, async (tx) => {
    const visit = await openVisit(tx, tokenHash, domain.clock.now());
    if (!visit.ok) return { toBind: null, proven: null };
    const { session, standing } = visit.value;
    return { toBind: session.bindFactor === factor ? session.bindTarget : null, proven: findProof(standing, domain.runners, factor)?.usable.target ?? null };
  });
}

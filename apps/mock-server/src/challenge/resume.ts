import type { Challenge, Result } from "@guard/contract";
import type { Caller } from "../caller.ts";
import { sha256 } from "../crypto/digest.ts";
import type { Domain } from "../domain.ts";
import { transact } from "../store/transaction.ts";
import { describeChallenge } from "./describe.ts";
import { openChallenge } from "./open.ts";

/** The challenge as it stands. Sends nothing and counts nothing. */
export async function resume(domain: Domain, caller: Caller): Promise<Result<Challenge>> {
  const tokenHash = await sha256(caller.token);
  return transact(domain.store, async (tx) => {
    const now = domain.clock.now();
    const open = await openChallenge(tx, tokenHash, now);
    return open.ok ? describeChallenge(tx, domain.runners, open.value, caller.token, now) : open;
  });
}

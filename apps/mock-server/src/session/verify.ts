import type { SessionStatus } from "@guard/contract";
import { Name } from "@guard/contract";
import * as v from "valibot";
import { sha256 } from "../crypto/digest.ts";
import type { Domain } from "../domain.ts";
import { claimSession } from "../store/session.ts";
import { transact } from "../store/transaction.ts";

const Amr = v.array(Name);

/** What a token is worth to an application's backend. Another application's session is worth as little as no session. */
export async function verifySession(domain: Domain, app: string, token: string): Promise<SessionStatus> {
  const tokenHash = await sha256(token);
  const now = domain.clock.now();
  const session = await transact(domain.store, (tx) => claimSession(tx, tokenHash, now));
  if (session === undefined || session.app !== app) return { active: false, now };
  const { accountId, authTime, amr, expiresAt } = session;
  return { active: true, sub: accountId, app, authTime, amr: v.parse(Amr, JSON.parse(amr)), exp: Math.floor(expiresAt / 1000), now };
}

import { fail, succeed } from "@guard/contract";
import type { Acknowledged, Result, WhoAmI } from "@guard/contract";
import type { Caller } from "../caller.ts";
import { sha256 } from "../crypto/digest.ts";
import type { Domain } from "../domain.ts";
import { callId } from "../idempotency.ts";
import { findAccount } from "../store/account.ts";
import { recordAudit } from "../store/audit.ts";
import { findCall, recordCall } from "../store/idempotency.ts";
import { deleteSessionByToken, claimSession } from "../store/session.ts";
import { transact } from "../store/transaction.ts";
import { describeSession } from "./describe.ts";

/** Whoami. */
export async function readSession(domain: Domain, caller: Caller): Promise<Result<WhoAmI>> {
  const tokenHash = await sha256(caller.token);
  return transact(domain.store, async (tx) => {
    const now = domain.clock.now();
    const session = await claimSession(tx, tokenHash, now);
    if (session === undefined) return fail({ code: "unauthorized" });
    return succeed({ session: describeSession(session, await findAccount(tx, session.accountId), caller.token), now });
  });
}

/** Ends the session. The same call again is acknowledged again (R12a). */
export async function signOut(domain: Domain, caller: Caller): Promise<Result<Acknowledged>> {
  const tokenHash = await sha256(caller.token);
  const call = await callId(domain, "signOut", caller, {});
  return transact(domain.store, async (tx) => {
    const now = domain.clock.now();
    const ended = await deleteSessionByToken(tx, tokenHash, now);
    if (ended === undefined) return (await findCall(tx, call, now)) === undefined ? fail({ code: "unauthorized" }) : succeed({ now });
    await recordCall(tx, call, { at: "acknowledged" }, now);
    await recordAudit(tx, caller, { event: "sign_out", result: "success", accountId: ended.accountId, app: ended.app }, now);
    return succeed({ now });
  });
}

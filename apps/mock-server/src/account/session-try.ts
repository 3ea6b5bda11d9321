import { fail, succeed } from "@guard/contract";
import type { Result } from "@guard/contract";
import { checkCounter } from "../challenge/open.ts";
import { lockAccountOfSession } from "../store/account.ts";
import { claimSession } from "../store/session.ts";
import type { Tx } from "../store/transaction.ts";
import type { Holder } from "../tries/trial.ts";
import { holdVisit } from "./visit.ts";
import type { Visit } from "./visit.ts";

/** Takes hold of the account a session belongs to, for a try that comes with the session's token. */
export async function lockBySession(tx: Tx, tokenHash: string, now: number): Promise<Result<Holder>> {
  const account = await lockAccountOfSession(tx, tokenHash);
  const session = await claimSession(tx, tokenHash, now);
  return account === undefined || session === undefined ? fail({ code: "unauthorized" }) : succeed({ account, app: session.app });
}

/** The visit of such a try. `again`: it is counted already, so the lock it may have set itself does not stand in its way. */
export async function findVisit(tx: Tx, tokenHash: string, again: boolean, now: number): Promise<Result<Visit>> {
  const visit = await holdVisit(tx, tokenHash, now);
  if (!visit.ok || again) return visit;
  const free = checkCounter(visit.value.standing.account, now);
  return free.ok ? visit : free;
}

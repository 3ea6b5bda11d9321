import { fail, succeed } from "@guard/contract";
import type { Result } from "@guard/contract";
import type { Caller } from "../caller.ts";
import { sha256 } from "../crypto/digest.ts";
import type { Domain } from "../domain.ts";
import { readStanding } from "../sign-in/standing.ts";
import type { Standing } from "../sign-in/standing.ts";
import { findAccount, lockAccountOfSession } from "../store/account.ts";
import type { Account, SessionRow } from "../store/schema.ts";
import { claimSession } from "../store/session.ts";
import { transact } from "../store/transaction.ts";
import type { Tx } from "../store/transaction.ts";

/** How long a proof counts in the personal centre (R18, S-29). */
export const STEP_UP_MS = 300_000;

/** Somebody in their personal centre: the session they came with, and how their account stands in its application. */
export interface Visit {
  readonly session: SessionRow;
  readonly standing: Standing;
}

/** Who a session's token belongs to, for calls that only read. */
export async function openVisit(tx: Tx, tokenHash: string, now: number): Promise<Result<Visit>> {
  const session = await claimSession(tx, tokenHash, now);
  return session === undefined ? fail({ code: "unauthorized" }) : enter(tx, session, await findAccount(tx, session.accountId));
}

/** What somebody reads in their personal centre, in one transaction. */
export async function readVisit<T>({ store, clock }: Domain, { token }: Caller, read: (tx: Tx, visit: Visit, now: number) => Promise<T>): Promise<Result<T>> {
  const tokenHash = await sha256(token);
  return transact(store, async (tx) => {
    const now = clock.now();
    const visit = await openVisit(tx, tokenHash, now);
    return visit.ok ? succeed(await read(tx, visit.value, now)) : visit;
  });
}

/** The same as `openVisit` with the account's row held, so that nothing about it changes until the transaction ends. */
export async function holdVisit(tx: Tx, tokenHash: string, now: number): Promise<Result<Visit>> {
  const account = await lockAccountOfSession(tx, tokenHash);
  const session = await claimSession(tx, tokenHash, now);
  return account === undefined || session === undefined ? fail({ code: "unauthorized" }) : enter(tx, session, account);
}

async function enter(tx: Tx, session: SessionRow, account: Account): Promise<Result<Visit>> {
  const standing = await readStanding(tx, account, session.app);
  return standing === undefined ? fail({ code: "unauthorized" }) : succeed({ session, standing });
}

/** Until when the session's last proof counts; nothing where it never had one. Pure. */
export const steppedUpUntil = ({ steppedUpAt }: Pick<SessionRow, "steppedUpAt">): number | undefined => (steppedUpAt === null ? undefined : steppedUpAt + STEP_UP_MS);

/** Changes need a proof at most 5 min old (R18, S-29). Pure. */
export function checkFresh(session: Pick<SessionRow, "steppedUpAt">, now: number): Result<true> {
  const until = steppedUpUntil(session);
  return until !== undefined && now <= until ? succeed(true) : fail({ code: "step_up_required" });
}

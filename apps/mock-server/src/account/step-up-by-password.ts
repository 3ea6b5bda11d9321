import { fail, succeed } from "@guard/contract";
import type { GuardError, Result, SteppedUp } from "@guard/contract";
import type { Caller } from "../caller.ts";
import { checkCounter } from "../challenge/open.ts";
import { sha256 } from "../crypto/digest.ts";
import type { Domain } from "../domain.ts";
import { admitGuess, forgetGuess, nameGuess, pardonGuess } from "../limits/password-throttle.ts";
import type { Guess } from "../limits/password-throttle.ts";
import { checkPassword } from "../sign-in/check-password.ts";
import { hasNothingBound } from "../sign-in/standing.ts";
import { recordAudit } from "../store/audit.ts";
import { findCall, recordCall } from "../store/idempotency.ts";
import type { Account, SessionRow } from "../store/schema.ts";
import { setSteppedUp } from "../store/session.ts";
import { transact } from "../store/transaction.ts";
import type { Tx } from "../store/transaction.ts";
import { holdVisit, openVisit, STEP_UP_MS } from "./visit.ts";
import type { Visit } from "./visit.ts";

interface Entry {
  readonly domain: Domain;
  readonly caller: Caller;
  readonly tokenHash: string;
  readonly call: string | undefined;
}

/** The password is proof enough only where no factor is bound (R18); its guesses are slowed down like a sign-in's and never touch the lock (S-07). */
export async function stepUpByPassword(domain: Domain, caller: Caller, password: string, call: string | undefined): Promise<Result<SteppedUp>> {
  const entry: Entry = { domain, caller, tokenHash: await sha256(caller.token), call };
  const visit = await transact(domain.store, (tx) => openVisit(tx, entry.tokenHash, domain.clock.now()));
  if (!visit.ok) return visit;
  const { account } = visit.value.standing;
  const guess = await nameGuess(domain, caller, { kind: "username", value: account.username });
  const before = await transact(domain.store, (tx) => admit(tx, entry, visit.value, guess));
  if (before !== undefined) return before;
  const right = await checkOrForget(domain, account, password, guess);
  return transact(domain.store, (tx) => settle(tx, entry, account, guess, right));
}

/** The answer that stands before any password is looked at, if one does. */
async function admit(tx: Tx, entry: Entry, { session, standing }: Visit, guess: Guess): Promise<Result<SteppedUp> | undefined> {
  const { domain, call } = entry;
  const now = domain.clock.now();
  const before = await findCall(tx, call, now);
  if (before?.at === "refused") return fail(before.error);
  if (before?.at === "acknowledged") return succeed({ steppedUpUntil: (session.steppedUpAt ?? now) + STEP_UP_MS, now });
  if (!hasNothingBound(standing)) return refuse(tx, entry, session, { code: "forbidden" }, now);
  const admission = await admitGuess(tx, domain.random, guess, session.app, now);
  return admission.ok ? undefined : refuse(tx, entry, session, admission.error, now);
}

/** An attempt that nobody could judge was none. */
async function checkOrForget(domain: Domain, account: Account, password: string, guess: Guess): Promise<boolean> {
  try {
    return (await checkPassword(domain, account, password)).right;
  } catch (fault) {
    await forgetGuess(domain, guess);
    throw fault;
  }
}

async function settle(tx: Tx, entry: Entry, known: Account, guess: Guess, right: boolean): Promise<Result<SteppedUp>> {
  const { domain, caller, tokenHash, call } = entry;
  const now = domain.clock.now();
  const visit = await holdVisit(tx, tokenHash, now);
  if (!visit.ok) return visit;
  const { session, standing } = visit.value;
  const { account } = standing;
  // Changed while it was being verified: what was right a moment ago proves nothing any more.
  if (!right || account.password !== known.password) {
    await recordCall(tx, call, { at: "refused", error: { code: "invalid_credentials" } }, now);
    return refuse(tx, entry, session, { code: "invalid_credentials" }, now);
  }
  await pardonGuess(tx, guess, now);
  const free = checkCounter(account, now);
  if (!free.ok) return refuse(tx, entry, session, free.error, now);
  if (!hasNothingBound(standing)) return refuse(tx, entry, session, { code: "forbidden" }, now);
  await setSteppedUp(tx, session.id, now);
  await recordCall(tx, call, { at: "acknowledged" }, now);
  await recordAudit(tx, caller, { event: "step_up", result: "success", accountId: account.id, app: session.app }, now);
  return succeed({ steppedUpUntil: now + STEP_UP_MS, now });
}

async function refuse(tx: Tx, { caller }: Entry, { accountId, app }: SessionRow, error: GuardError, now: number): Promise<Result<never>> {
  await recordAudit(tx, caller, { event: "step_up", result: "failure", reason: error.code, accountId, app }, now);
  return fail(error);
}

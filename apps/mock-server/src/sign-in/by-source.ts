import { fail, succeed } from "@guard/contract";
import type { Completion, Result } from "@guard/contract";
import { readIdentifier } from "../account/identifier.ts";
import type { Identifier } from "../account/identifier.ts";
import type { Caller } from "../caller.ts";
import { checkCounter } from "../challenge/open.ts";
import type { Domain } from "../domain.ts";
import { findAccountByIdentifier, lockAccount } from "../store/account.ts";
import { recordAudit } from "../store/audit.ts";
import type { AuditEntry } from "../store/audit.ts";
import { findApplication } from "../store/application.ts";
import type { Account } from "../store/schema.ts";
import { transact } from "../store/transaction.ts";
import type { Tx } from "../store/transaction.ts";
import { completeLogin, mintCompletion } from "./complete-login.ts";
import type { Completed, Minted } from "./complete-login.ts";
import { loginAddress, readStanding } from "./standing.ts";

/** Somebody who comes with a third party's word. */
export interface SourceEntry {
  readonly app: string;
  readonly source: string;
  /** What the third party gave; only it can read this. */
  readonly assertion: string;
}

/** Signs in by a third party's word. A second factor is asked only where the global policy names that party (R2, R3). */
export async function signInBySource(domain: Domain, caller: Caller, entry: SourceEntry): Promise<Result<Completion>> {
  const source = domain.identitySources?.find(({ id }) => id === entry.source);
  if (source === undefined) return fail({ code: "not_found" });
  const named = await source.identify(entry.assertion);
  const minted = await mintCompletion(domain.random);
  const identifier = named === undefined ? undefined : readIdentifier(named);
  return transact(domain.store, (tx) => enter(tx, { domain, caller, entry, minted }, identifier));
}

interface Entering {
  readonly domain: Domain;
  readonly caller: Caller;
  readonly entry: SourceEntry;
  readonly minted: Minted;
}

async function enter(tx: Tx, entering: Entering, identifier: Identifier | undefined): Promise<Result<Completion>> {
  const { domain, entry, minted } = entering;
  const now = domain.clock.now();
  if ((await findApplication(tx, entry.app)) === undefined) return fail({ code: "not_found" });
  const known = identifier === undefined ? undefined : await findProven(tx, identifier);
  if (known === undefined) return conclude(tx, entering, undefined, fail({ code: "invalid_credentials" }), now);
  const account = await lockAccount(tx, known.id);
  const standing = await readStanding(tx, account, entry.app);
  if (standing === undefined) return conclude(tx, entering, account, fail({ code: "not_found" }), now);
  // The lock is on second factors: it holds up whoever is asked for one (R11a).
  const free = standing.policy.identitySources.includes(entry.source) ? checkCounter(account, now) : succeed(true);
  // A closed account is let as far as its recovery code (R11b).
  if (!free.ok && !(free.error.code === "closed" && standing.recoveryMac !== undefined)) return conclude(tx, entering, account, free, now);
  const login = { standing, began: { by: "source", source: entry.source }, proven: [], redirectUri: null, ip: entering.caller.ip } as const;
  return conclude(tx, entering, account, await completeLogin(tx, domain.runners, login, minted, now), now);
}

/** By its username or a verified address: an address that an account merely claims would open it to the address's owner, and the owner's login to the claimant. */
async function findProven(tx: Tx, identifier: Identifier): Promise<Account | undefined> {
  const account = await findAccountByIdentifier(tx, identifier);
  if (account === undefined || identifier.kind === "username") return account;
  return loginAddress(account, identifier.kind === "email" ? "email" : "sms") === identifier.value ? account : undefined;
}

async function conclude(tx: Tx, { caller, entry }: Entering, account: Account | undefined, result: Result<Completed>, now: number): Promise<Result<Completion>> {
  const whose = account === undefined ? {} : { accountId: account.id };
  const record = (outcome: Pick<AuditEntry, "result" | "reason">) => recordAudit(tx, caller, { event: "sign_in", app: entry.app, ...whose, ...outcome }, now);
  if (!result.ok) {
    await record({ result: "failure", reason: result.error.code });
    return result;
  }
  const { completion, waived } = result.value;
  await record({ result: completion.status === "done" ? "success" : "challenged", ...(waived !== undefined && { reason: waived }) });
  return succeed(completion);
}

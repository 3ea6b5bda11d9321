import { fail } from "@guard/contract";
import type { GuardError } from "@guard/contract";
import { admitGuess, forgetGuess } from "../limits/password-throttle.ts";
import { FLOOD_WAIT_MS } from "../limits/slow-down.ts";
import { findAccountByIdentifier } from "../store/account.ts";
import { findApplication } from "../store/application.ts";
import { recordAudit } from "../store/audit.ts";
import { findCall } from "../store/idempotency.ts";
import type { Account } from "../store/schema.ts";
import { transact } from "../store/transaction.ts";
import type { Tx } from "../store/transaction.ts";
import type { Admitted, Entry } from "./entry.ts";

/** All that happens before the hash, which is what a flood is after: the attempt is counted, and refused when it has to wait (S-07). */
export async function admit(entry: Entry): Promise<Admitted> {
  const { domain, caller, request } = entry;
  const admitted = await transact(domain.store, (tx) => countAttempt(tx, entry));
  if (admitted.kind === "answered") return admitted;
  const { flooded, account } = admitted;
  if (!flooded || domain.floodGate === undefined) return { kind: "admitted", account };
  if (await domain.floodGate.admit({ app: request.app, ip: caller.ip, requestId: caller.requestId })) return { kind: "admitted", account };
  return transact(domain.store, (tx) => refuse(tx, entry, account, { code: "rate_limited", retryAt: domain.clock.now() + FLOOD_WAIT_MS }));
}

type Counted = Extract<Admitted, { kind: "answered" }> | (Extract<Admitted, { kind: "admitted" }> & { readonly flooded: boolean });

async function countAttempt(tx: Tx, entry: Entry): Promise<Counted> {
  const { domain, request, identifier, guess, call } = entry;
  const now = domain.clock.now();
  if ((await findApplication(tx, request.app)) === undefined) return { kind: "answered", answer: fail({ code: "not_found" }) };
  const before = await findCall(tx, call, now);
  if (before?.at === "refused") return { kind: "answered", answer: fail(before.error) };
  const account = await findAccountByIdentifier(tx, identifier);
  const admission = await admitGuess(tx, domain.random, guess, request.app, now);
  return admission.ok ? { kind: "admitted", account, flooded: admission.value.flooded } : refuse(tx, entry, account, admission.error);
}

async function refuse(tx: Tx, { domain, caller, request }: Entry, account: Account | undefined, error: GuardError): Promise<Extract<Admitted, { kind: "answered" }>> {
  const whose = account === undefined ? {} : { accountId: account.id };
  await recordAudit(tx, caller, { event: "sign_in", result: "failure", reason: error.code, app: request.app, ...whose }, domain.clock.now());
  return { kind: "answered", answer: fail(error) };
}

/** An attempt that nobody could judge was none. */
export async function orForget<T>({ domain, guess }: Entry, judging: Promise<T>): Promise<T> {
  try {
    return await judging;
  } catch (fault) {
    await forgetGuess(domain, guess);
    throw fault;
  }
}

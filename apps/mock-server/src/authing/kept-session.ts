import type { Completion, Result } from "@guard/contract";
import { sha256 } from "../crypto/digest.ts";
import { fromUtf8, utf8 } from "../crypto/encoding.ts";
import { mac, sameMac } from "../crypto/mac.ts";
import { seal, unseal } from "../crypto/seal.ts";
import type { Domain } from "../domain.ts";
import { findSessionOfLogin, forgetSessionOfLogin, keepSessionOfLogin } from "../store/authing-login.ts";
import { transact } from "../store/transaction.ts";
import type { Call } from "./call.ts";

/** As long as the same call is the same call (R12a). */
const REPEATED_MS = 60_000;

/**
 * Keeps the session a completed login led to, sealed, where its client does not take it from the answer: the SDK drops
 * what a confirmed enrolment answers and verifies a code next; Guard asks again once the recovery code was noted.
 */
export async function keepSession({ domain, caller }: Call, completed: Result<Completion>, code?: string): Promise<void> {
  if (!completed.ok || completed.value.status !== "done") return;
  const tokenHash = await sha256(caller.token);
  const session = await seal(await domain.keys(), domain.random, ownerOf(tokenHash), utf8(completed.value.session.token));
  const codeMac = code === undefined ? null : await macOf(domain, tokenHash, code);
  await transact(domain.store, (tx) => keepSessionOfLogin(tx, tokenHash, { session, codeMac, keptAt: domain.clock.now() }));
}

/** A session that waits for its client. */
export interface KeptSession {
  /** The call with the session in the place of the login's token. */
  readonly call: Call;
  /** Whether this is the code that was right already, a moment ago. */
  isConfirmedBy(code: string): Promise<boolean>;
  /** The client has it now. */
  handOver(): Promise<void>;
}

export async function findKeptSession(call: Call): Promise<KeptSession | undefined> {
  const { domain, caller } = call;
  const tokenHash = await sha256(caller.token);
  const now = domain.clock.now();
  const kept = await transact(domain.store, (tx) => findSessionOfLogin(tx, tokenHash, now));
  if (kept === undefined) return undefined;
  const token = fromUtf8(await unseal(await domain.keys(), ownerOf(tokenHash), kept.session));
  return {
    call: { ...call, caller: { ...caller, token } },
    isConfirmedBy: async (code) => kept.codeMac !== null && now - kept.keptAt <= REPEATED_MS && sameMac(kept.codeMac, await macOf(domain, tokenHash, code)),
    handOver: () => transact(domain.store, (tx) => forgetSessionOfLogin(tx, tokenHash)),
  };
}

const ownerOf = (tokenHash: string) => ({ accountId: "", bindingId: `authing login ${tokenHash}` });

const macOf = async ({ keys }: Domain, tokenHash: string, code: string): Promise<string> => mac((await keys()).call, "authing confirmation", tokenHash, code);

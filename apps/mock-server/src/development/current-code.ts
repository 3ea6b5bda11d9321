import type { Domain } from "../domain.ts";
import { unseal } from "../crypto/seal.ts";
import { codeAt, STEP_MS } from "../factors/totp/otp.ts";
import { findAccountByIdentifier } from "../store/account.ts";
import { listBindings } from "../store/binding.ts";
import { transact } from "../store/transaction.ts";

/** What a user's authenticator app shows now, and until when. */
export interface CurrentCode {
  readonly code: string;
  readonly expiresAt: number;
}

/** The phone of a demo user: reads the newest secret, where the store can't. Nothing for a user without an authenticator app. */
export async function readCurrentCode(domain: Domain, username: string): Promise<CurrentCode | undefined> {
  const bindings = await transact(domain.store, async (tx) => {
    const account = await findAccountByIdentifier(tx, { kind: "username", value: username });
    return account === undefined ? [] : listBindings(tx, account.id);
  });
  const bound = bindings.findLast(({ factor }) => factor === "totp");
  if (bound === undefined || bound.secret === null) return undefined;
  const secret = await unseal(await domain.keys(), { accountId: bound.accountId, bindingId: bound.id }, bound.secret);
  const now = domain.clock.now();
  return { code: codeAt(secret, now), expiresAt: now - (now % STEP_MS) + STEP_MS };
}

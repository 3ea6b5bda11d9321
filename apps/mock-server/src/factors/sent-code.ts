import type { Keys } from "../crypto/keys.ts";
import { mac, sameMac } from "../crypto/mac.ts";
import { findLiveCode, spendCode } from "../store/code.ts";
import { endWait } from "../store/delivery-wait.ts";
import type { Tx } from "../store/transaction.ts";
import type { Slot } from "./runner.ts";

/** HMAC(key, account || target || purpose || app || code): the only form in which a sent code is kept (S-14). */
export function codeMac(keys: Keys, slot: Slot, code: string): Promise<string> {
  return mac(keys.code, slot.accountId, slot.target, slot.purpose, slot.app, code);
}

/** A code somebody typed, for a bound target or for one to bind. */
interface TypedCode extends Omit<Slot, "target"> {
  readonly target: string | null;
  readonly code: string;
}

/** Judges a code that was sent: it must be the live one of its slot, and it is accepted once (R9a, S-13). */
export async function prepareSentCode(keys: Keys, typedCode: TypedCode): Promise<(tx: Tx, now: number) => Promise<boolean>> {
  const { accountId, target, purpose, app, code } = typedCode;
  if (target === null) return () => Promise.resolve(false);
  const slot: Slot = { accountId, target, purpose, app };
  const typed = await codeMac(keys, slot, code);
  return async (tx, now) => {
    const live = await findLiveCode(tx, slot, now);
    if (live === undefined || !sameMac(live.mac, typed)) return false;
    if (!(await spendCode(tx, live.id, now))) return false;
    await endWait(tx, slot, now);
    return true;
  };
}

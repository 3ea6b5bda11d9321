import type { Keys } from "../crypto/keys.ts";
import { mac, sameMac } from "../crypto/mac.ts";
import { findLiveCode, spendCode } from "../store/code.ts";
import { endWait } from "../store/delivery-wait.ts";
import type { Attempt, Judge, Slot } from "./runner.ts";

/** HMAC(key, account || target || purpose || app || code): the only form in which a sent code is kept (S-14). */
export function codeMac(keys: Keys, slot: Slot, code: string): Promise<string> {
  return mac(keys.code, slot.accountId, slot.target, slot.purpose, slot.app, code);
}

/** Judges a code that was sent: it must be the live one of its slot, and it is accepted once (R9a, S-13). */
export async function prepareSentCode(keys: Keys, attempt: Attempt): Promise<Judge> {
  const { accountId, target, purpose, app, code } = attempt;
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

import type { IdentifierKind } from "@guard/contract";
import { parsePhoneNumberFromString } from "libphonenumber-js/min";
import { readIdentifier } from "../account/identifier.ts";
import { toBase64Url } from "../crypto/encoding.ts";
import { signIn } from "../sign-in/sign-in.ts";
import { findAccountByIdentifier } from "../store/account.ts";
import { transact } from "../store/transaction.ts";
import type { Call } from "./call.ts";
import { complete } from "./complete.ts";
import { refuse } from "./outcome.ts";
import type { Outcome } from "./outcome.ts";
import { internationalPhone } from "./phone.ts";
import type { AuthingUser } from "./user.ts";

/** Signs in by a password that came encrypted. Whatever token came along is not this login's and is not looked at. */
export async function loginByPassword(call: Call, identifier: string, password: string, kind?: IdentifierKind): Promise<Outcome<AuthingUser>> {
  const { domain, app, passwords } = call;
  if (identifier.length > 320) return refuse({ code: "validation_failed" }, domain.clock.now());
  // A name of another kind is nobody's. It is judged like any other, by a password that nobody has: counted, audited, and as slow (S-07, S-46).
  const isOfKind = kind === undefined || readIdentifier(identifier).kind === kind;
  const request = { app, identifier, password: isOfKind ? await passwords.read(password) : toBase64Url(domain.random.bytes(32)) };
  return complete(call, await signIn(domain, { ...call.caller, token: "" }, request));
}

/** The same where one field takes every kind of account, as Guard's does. */
export const loginByAccount = async (call: Call, account: string, password: string): Promise<Outcome<AuthingUser>> => loginByPassword(call, await readAccount(call, account), password);

/** A phone without its country looks like a username, and may be one: then it is (AD-179). */
async function readAccount({ domain }: Call, account: string): Promise<string> {
  const identifier = readIdentifier(account);
  const phone = internationalPhone(identifier.value, undefined);
  const isPhone = identifier.kind === "username" && /^\d+$/.test(identifier.value) && parsePhoneNumberFromString(phone, { extract: false })?.isValid() === true;
  if (!isPhone) return account;
  const named = await transact(domain.store, (tx) => findAccountByIdentifier(tx, identifier));
  return named === undefined ? phone : account;
}

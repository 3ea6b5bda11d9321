import type { IdentifierKind } from "@guard/contract";
import { readIdentifier } from "../account/identifier.ts";
import { signIn } from "../sign-in/sign-in.ts";
import type { Call } from "./call.ts";
import { complete } from "./complete.ts";
import { refuse } from "./outcome.ts";
import type { Outcome } from "./outcome.ts";
import type { AuthingUser } from "./user.ts";

/** Signs in by a password that came encrypted. Whatever token came along is not this login's and is not looked at. */
export async function loginByPassword(call: Call, identifier: string, password: string, kind?: IdentifierKind): Promise<Outcome<AuthingUser>> {
  const { domain, app, passwords } = call;
  // What can't be one of its kind is nobody's, as anybody can see.
  if (identifier.length > 320 || (kind !== undefined && readIdentifier(identifier).kind !== kind)) return refuse({ code: "invalid_credentials" }, domain.clock.now());
  const request = { app, identifier, password: await passwords.read(password) };
  return complete(call, await signIn(domain, { ...call.caller, token: "" }, request));
}

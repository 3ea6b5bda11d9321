import * as v from "valibot";
import { Trigger } from "./challenge.ts";
import { Identifier, Password } from "./identifier.ts";
import { Code, Name, Text, Token } from "./primitives.ts";

export const SignInRequest = v.strictObject({
  app: Name,
  identifier: Identifier,
  password: Password,
  redirectUri: v.optional(Text),
  deviceToken: v.optional(Token),
});

/** Sign-in by verification code (R2a): an e-mail or phone only. Asked `auto` while a code of this address waits, its deadlines are answered and nothing is sent (R9a); default `user`. */
export const SignInCodeRequest = v.strictObject({ app: Name, identifier: Identifier, trigger: v.optional(Trigger) });
export const VerifySignInCodeRequest = v.strictObject({ app: Name, identifier: Identifier, code: Code, redirectUri: v.optional(Text) });

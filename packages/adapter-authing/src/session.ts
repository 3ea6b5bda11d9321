import { Name, Session, Text, Token, type ChallengeFactor } from "@guard/contract";
import * as v from "valibot";
import { readClaims } from "./clock.ts";
import { asE164, joinPhone } from "./phone.ts";

const nullish = <S extends v.GenericSchema>(schema: S) => v.optional(v.pipe(v.nullish(schema), v.transform((value) => value ?? undefined)));

/** As much of Authing's user as makes a session. */
export const AuthingUser = v.object({
  id: Name,
  token: Token,
  username: nullish(Text),
  email: nullish(Text),
  phone: nullish(Text),
  phoneCountryCode: nullish(Text),
  tokenExpiredAt: nullish(v.pipe(v.string(), v.isoTimestamp())),
  lastLogin: nullish(v.pipe(v.string(), v.isoTimestamp())),
  recoveryCode: nullish(Text),
});
export type AuthingUser = v.InferOutput<typeof AuthingUser>;

/** What Authing does not tell of a session. */
export interface Proof {
  readonly app: string;
  /** Where the answer names no time of its own. */
  readonly authTime: number;
  readonly amr: readonly string[];
}

/** A user with a token, as a session; nothing where it has no end that can be known. Pure. */
export function sessionOf(user: AuthingUser, { app, authTime, amr }: Proof): Session | undefined {
  const expiresAt = timeOf(user.tokenExpiredAt) ?? readClaims(user.token)?.expiresAt;
  if (expiresAt === undefined) return undefined;
  const began = timeOf(user.lastLogin) ?? readClaims(user.token)?.issuedAt ?? authTime;
  return { token: user.token, expiresAt, app, authTime: began, amr: [...amr], user: userOf(user) };
}

/** Nobody is without a name here: who has no username is called by an address. */
function userOf({ id, username, email, phone, phoneCountryCode }: AuthingUser): Session["user"] {
  const joined = phone === undefined ? undefined : joinPhone(phone, phoneCountryCode);
  const number = joined && asE164(joined);
  const name = [username, email, number, id].find((each) => each !== undefined && each !== "") ?? id;
  return { id, username: name, ...(email === undefined ? {} : { email }), ...(number === undefined ? {} : { phone: number }) };
}

const timeOf = (text: string | undefined): number | undefined => (text === undefined ? undefined : Date.parse(text));

/** How somebody proved who they are (RFC 8176); it has no word for a recovery code. Pure. */
export function amrOf(first: "pwd" | "otp", proven: readonly ChallengeFactor[]): string[] {
  if (proven.length === 0) return [first];
  const typed = proven.some((factor) => factor !== "recovery" && factor !== "face");
  return [first, ...(typed ? ["otp"] : []), ...(proven.includes("face") ? ["face"] : []), "mfa"];
}

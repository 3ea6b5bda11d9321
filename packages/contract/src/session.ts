import * as v from "valibot";
import { Name, Text, Time, Token } from "./primitives.ts";

/** Who logged in. */
export const SessionUser = v.object({
  id: Name,
  username: Name,
  email: v.optional(Text),
  phone: v.optional(Text),
});
export type SessionUser = v.InferOutput<typeof SessionUser>;

/** A full session. 12 h absolute, no refresh token. The host must check it on its own server before trusting it. */
export const Session = v.object({
  /** `gs_…`; sent as `Authorization: Bearer`. */
  token: Token,
  expiresAt: Time,
  app: Name,
  /** When the person proved who they are. */
  authTime: Time,
  /** How (RFC 8176 words): `pwd`, `otp`, `mfa`, … */
  amr: v.array(Name),
  user: SessionUser,
});
export type Session = v.InferOutput<typeof Session>;

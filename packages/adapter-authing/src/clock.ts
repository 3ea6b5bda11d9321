import * as v from "valibot";
import type { MfaRequired } from "./mfa-required.ts";

/** The server's clock as far as its answers tell: most of Authing's say no time at all. */
export interface ServerClock {
  /** Takes the time of a login that waits for its second factor. */
  learn(data: MfaRequired): void;
  /** Epoch milliseconds by the server; by this machine until an answer taught better. */
  now(): number;
}

export function createServerClock(local: () => number = Date.now): ServerClock {
  let offset = 0;
  return {
    learn({ now, mfaToken }) {
      const told = now ?? readClaims(mfaToken)?.issuedAt;
      if (told !== undefined) offset = told - local();
    },
    now: () => local() + offset,
  };
}

const Claims = v.object({ iat: v.number(), exp: v.number() });

/** Authing's tokens are JWTs. They are read for their times and trusted in nothing else; the server judges them. Pure. */
export function readClaims(token: string): { readonly issuedAt: number; readonly expiresAt: number } | undefined {
  const [, payload = ""] = token.split(".");
  try {
    const { iat, exp } = v.parse(Claims, JSON.parse(atob(payload.replaceAll("-", "+").replaceAll("_", "/"))));
    return { issuedAt: iat * 1000, expiresAt: exp * 1000 };
  } catch {
    // No JWT: an opaque token, as of the reference server.
    return undefined;
  }
}

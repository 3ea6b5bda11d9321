import { Time } from "@guard/contract";
import * as v from "valibot";

/** The server's clock as far as its answers tell: most of Authing's say no time at all. */
export interface ServerClock {
  /** Takes the time that an answer tells: `now` of the reference server, or when the token was made that waits for a second factor. */
  learn(data: unknown): void;
  /** Whether any answer told it. */
  isTold(): boolean;
  /** Epoch milliseconds by the server; by this machine until an answer taught better. */
  now(): number;
}

/** Answers come late, never early, so the one that puts the server's clock furthest ahead is nearest to it; but one this far behind was told after a clock was set. */
const LATEST_MS = 10_000;

const Told = v.fallback(v.object({ now: v.fallback(v.optional(Time), undefined), mfaToken: v.fallback(v.optional(v.string()), undefined) }), {});

export function createServerClock(local: () => number = Date.now): ServerClock {
  let offset: number | undefined;
  return {
    learn(data) {
      const { now, mfaToken } = v.parse(Told, data);
      const told = now ?? (mfaToken === undefined ? undefined : readClaims(mfaToken)?.issuedAt);
      const heard = told === undefined ? undefined : told - local();
      if (heard !== undefined && (offset === undefined || heard > offset || offset - heard > LATEST_MS)) offset = heard;
    },
    isTold: () => offset !== undefined,
    now: () => local() + (offset ?? 0),
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

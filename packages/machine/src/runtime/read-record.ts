import type { ChallengeFactor } from "@guard/contract";
import type { Resumable } from "../flow/index.ts";

type Check = (value: unknown) => boolean;
type Shape<R> = { readonly [Key in keyof R]: Check };

const isText: Check = (value) => typeof value === "string";
const isMilliseconds: Check = Number.isFinite;
const factors: { readonly [F in ChallengeFactor]: true } = { email: true, sms: true, totp: true, face: true, recovery: true };
const isFactor: Check = (value) => Object.hasOwn(factors, String(value));

const shapes: { readonly [Is in Resumable["is"]]: Shape<Extract<Resumable, { is: Is }>> } = {
  challenge: { is: isText, token: isText, active: isFactor, expiresAt: isMilliseconds, offset: isMilliseconds },
  lock: { is: isText, lockedUntil: isMilliseconds, offset: isMilliseconds },
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

function isRecord(value: unknown): value is Resumable {
  if (typeof value !== "object" || value === null) return false;
  const given = new Map<string, unknown>(Object.entries(value));
  const is = String(given.get("is"));
  if (!Object.hasOwn(shapes, is)) return false;
  const checks = Object.entries<Check>(shapes[is as Resumable["is"]]);
  return given.size === checks.length && checks.every(([key, check]) => check(given.get(key)));
}

/** A record exactly as this version writes it; anything else is dropped. By hand, because it is read before the first paint and valibot comes later. */
export function readRecord(text: string): Resumable | undefined {
  const record = parse(text);
  return isRecord(record) ? record : undefined;
}

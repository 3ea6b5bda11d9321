import type { Generated } from "kysely";
import type { Millis } from "./column.ts";

export interface ChallengeTable {
  id: string;
  tokenHash: string;
  accountId: string;
  app: string;
  need: "verify" | "prove" | "bind";
  /** JSON: the factors it offers, first tab first. Targets are looked up afresh on each call. */
  factors: string;
  /** JSON: what was proven in this login before this challenge (R8). */
  proven: Generated<string>;
  /** The recovery code that proved, as it stood then: a MAC. It is used up when the login is done; replaced before that, the login is over. */
  recoveryMac: string | null;
  /** The address to bind, not proven yet (S-27). */
  bindFactor: string | null;
  bindTarget: string | null;
  redirectUri: string | null;
  /** The third party whose word stands in the password's place; null after a password. */
  source: string | null;
  createdAt: Millis;
  expiresAt: Millis;
  burntAt: Millis | null;
  /** When set, a lock killed this challenge; it answers `locked` until then (S-06). */
  lockedUntil: Millis | null;
  /** Faces that did not match in this login; five are enough (S-56). */
  faceFailures: Generated<number>;
}

/**
 * A code to sign in with, without a password (R2a). It is asked for by an address and not by an account, so that an
 * address nobody has leaves the same row as one that somebody has (S-35).
 */
export interface SignInCodeTable {
  id: string;
  app: string;
  /** A MAC of the address and of the network that asks: what was typed by somebody unknown is kept nowhere. */
  subject: string;
  /** Null where nobody has the address: no code is right then. */
  accountId: string | null;
  mac: string;
  /** `pending`: on its way. `over`: used, superseded, refused by the provider, or tried too often. */
  state: "pending" | "live" | "over";
  tries: number;
  /** 1: asked for from a network that the account has signed in from. */
  known: number;
  createdAt: Millis;
  resendAt: Millis;
  expiresAt: Millis;
}

export interface SessionTable {
  id: string;
  tokenHash: string;
  accountId: string;
  app: string;
  /** JSON: RFC 8176 words. */
  amr: string;
  authTime: Millis;
  expiresAt: Millis;
  /** Set while nobody has used it: it came with a recovery code that was perhaps never read, and dies by then (R14). */
  unheldUntil: Millis | null;
  /** When a factor was last proven, at the login or by a step-up (R18). */
  steppedUpAt: Millis | null;
  /** The trusted device that opened it, or that it made trusted (R24). */
  deviceId: string | null;
  /** The address to bind in the personal centre, not proven yet (S-27). */
  bindFactor: string | null;
  bindTarget: string | null;
}

/** A browser that is not asked for a second factor (R24). Its id is that of the session that made it trusted. */
export interface DeviceTable {
  id: string;
  tokenHash: string;
  accountId: string;
  app: string;
  /** Whose rules it was trusted under: where others hold now, it is not trusted (R16a). */
  scope: string;
  label: string;
  trustedAt: Millis;
  lastUsedAt: Millis;
  /** Absolute. */
  expiresAt: Millis;
}

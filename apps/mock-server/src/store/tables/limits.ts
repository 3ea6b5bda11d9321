import type { Millis } from "./column.ts";

/** A counter that is taken hold of before it is read (S-07, S-32). */
export interface BucketTable {
  key: string;
  failures: number;
  /** When the first of these failures was. */
  since: Millis;
  /** Before this nothing more is let through. */
  nextAt: Millis;
  touchedAt: Millis;
}

/** A message with a code that was handed over, or is about to be, or would be if the account existed (S-35). What was refused leaves no row (R6a). */
export interface DispatchTable {
  id: string;
  /** Whose budget it takes from: an address, or an application's office (R10). */
  bucket: string;
  /** Who asked: an IPv4 address or an IPv6 /64. */
  network: string;
  recipient: string;
  /** `none`: nobody was there to send to. */
  channel: "email" | "sms" | "none";
  app: string;
  at: Millis;
}

/** What a call with an Idempotency-Key came to, for 60 s (R12a). The id is a MAC of operation, token, key and body. */
export interface IdempotencyTable {
  id: string;
  /** JSON: see idempotency.ts. */
  state: string;
  expiresAt: Millis;
}

/** What an administrator should hear of. */
export interface AdminEventTable {
  id: string;
  at: Millis;
  kind: "ip_code_limit" | "recipient_limit" | "sms_budget" | "password_flood" | "many_failures";
  /** What it is about: a budget, a network, a MAC. Never an identifier as typed. */
  subject: string;
  app: string | null;
  accountId: string | null;
}

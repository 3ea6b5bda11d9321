import type { Millis } from "./column.ts";

/** One row for each event of a request, unique by (requestId, event). The database refuses to change or remove one (S-47). */
export interface AuditTable {
  /** From 1 without a gap. */
  seq: number;
  /** SHA-256 over the row and the hash before it. */
  hash: string;
  at: Millis;
  event: string;
  accountId: string | null;
  app: string | null;
  factor: string | null;
  result: "success" | "challenged" | "failure";
  reason: string | null;
  ip: string;
  /** ISO 3166-1 in two letters, or `unknown`. */
  country: string;
  requestId: string;
  /** What the client calls itself, shortened; null when it says nothing. */
  userAgent: string | null;
}

/** The end of the audit's chain: one row, held by whoever adds to it. */
export interface AuditHeadTable {
  id: string;
  seq: number;
  hash: string;
}

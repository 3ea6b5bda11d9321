import { sha256 } from "@noble/hashes/sha2.js";
import { toBase64Url, utf8 } from "../crypto/encoding.ts";
import type { AuditRow } from "./schema.ts";

/** Where a chain ends: the number of its last row, and that row's hash. What is kept elsewhere as an anchor is one of these. */
export interface AuditHead {
  readonly seq: number;
  readonly hash: string;
}

/** Before the first row. */
export const NO_ROWS: AuditHead = { seq: 0, hash: "" };

/** A row of the audit before it has a place in the chain. */
export type Unchained = Omit<AuditRow, "seq" | "hash">;

/**
 * The row that follows a head. Its hash covers the hash before it, its number and every field, in an order that never
 * changes (S-47). Not by Web Crypto, which only answers later: nothing but SQL is waited for in a transaction. Pure.
 */
export function chain(head: AuditHead, row: Unchained): AuditRow {
  const seq = head.seq + 1;
  const { at, event, result, reason, accountId, app, factor, ip, country, requestId, userAgent } = row;
  const content = JSON.stringify([head.hash, seq, at, event, result, reason, accountId, app, factor, ip, country, requestId, userAgent]);
  return { ...row, seq, hash: toBase64Url(sha256(utf8(content))) };
}

/** Rows that follow a head, one after another. Pure. */
export function chainAll(head: AuditHead, rows: readonly Unchained[]): AuditRow[] {
  const chained: AuditRow[] = [];
  for (const row of rows) chained.push(chain(chained.at(-1) ?? head, row));
  return chained;
}

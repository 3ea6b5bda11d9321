import type { Store } from "../ports.ts";
import { chain, NO_ROWS } from "../store/audit-chain.ts";
import type { AuditHead } from "../store/audit-chain.ts";
import { readAuditAfter, readAuditHead } from "../store/audit.ts";
import { transact } from "../store/transaction.ts";

/** `missing`: a number was left out. `changed`: the row is not the one that was written after the row before it. `cut`: the rows end too early. `anchor`: the row that was vouched for is another one. */
export type AuditBreak = "missing" | "changed" | "cut" | "anchor";

export type AuditVerdict = { readonly ok: true; readonly head: AuditHead } | { readonly ok: false; readonly break: AuditBreak; readonly seq: number };

const PAGE = 1_000;

/**
 * Reads the whole audit and says whether every row stands where it was written (S-47). Whoever can write the whole database
 * can also write a chain that holds: only `anchor`, a head of an earlier run that was kept elsewhere, finds that.
 */
export async function verifyAudit(store: Store, anchor: AuditHead = NO_ROWS): Promise<AuditVerdict> {
  const end = await transact(store, readAuditHead);
  if (anchor.seq > end.seq) return { ok: false, break: "cut", seq: end.seq + 1 };
  let last = NO_ROWS;
  while (last.seq < end.seq) {
    const after = last.seq;
    const rows = await transact(store, (tx) => readAuditAfter(tx, after, PAGE));
    if (rows.length === 0) return { ok: false, break: "cut", seq: after + 1 };
    for (const row of rows) {
      const seq = last.seq + 1;
      if (row.seq !== seq) return { ok: false, break: "missing", seq };
      if (!same(chain(last, row), row)) return { ok: false, break: "changed", seq };
      if (seq === anchor.seq && !same(row, anchor)) return { ok: false, break: "anchor", seq };
      last = { seq, hash: row.hash };
    }
  }
  // Rows that came while we read belong to a later head.
  return last.seq > end.seq || same(last, end) ? { ok: true, head: last } : { ok: false, break: "changed", seq: end.seq };
}

/** These hashes are nobody's secret: how long the comparison takes tells nothing. */
const same = ({ hash: left }: AuditHead, { hash: right }: AuditHead): boolean => left === right;

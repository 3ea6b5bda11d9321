import { existsSync } from "node:fs";
import { verifyAudit } from "../audit/verify.ts";
import type { AuditBreak } from "../audit/verify.ts";
import type { Store } from "../ports.ts";
import type { AuditHead } from "../store/audit-chain.ts";
import { openPostgresStore } from "./postgres-store.ts";
import { openSqliteStore, sqlitePath } from "./sqlite-store.ts";
import { StartError } from "./start-error.ts";

/** What the command says, and whether the audit is whole. */
export interface AuditReport {
  readonly ok: boolean;
  readonly sentence: string;
}

const SENTENCES: Readonly<Record<AuditBreak, (seq: number) => string>> = {
  changed: (seq) => `Row ${seq} of the audit is not what was written after row ${seq - 1}: one of the two was changed or moved.`,
  missing: (seq) => `Row ${seq} of the audit is missing: it was removed.`,
  cut: (seq) => `The audit ends before row ${seq}: rows were cut off at its end.`,
  anchor: (seq) => `Row ${seq} of the audit is not the one the anchor stands for: the history up to it was written anew.`,
};

/** Checks the audit of a database (S-47). `anchor` is what an earlier run printed, as `number:hash`. Throws a `StartError` when there is nothing to check. */
export async function reportAudit(databaseUrl: string, anchor?: string): Promise<AuditReport> {
  const anchored = anchor === undefined ? undefined : readAnchor(anchor);
  const store = await openExisting(databaseUrl);
  try {
    const verdict = await verifyAudit(store, anchored);
    if (!verdict.ok) return { ok: false, sentence: SENTENCES[verdict.break](verdict.seq) };
    const { seq, hash } = verdict.head;
    return { ok: true, sentence: `The audit is whole: ${seq} rows. Keep its head where nobody who writes to the database does, and check against it next time: --anchor ${seq}:${hash}` };
  } catch (error) {
    if (error instanceof Error && /no such table|does not exist/.test(error.message)) throw new StartError("The database in DATABASE_URL has no audit; start the server on it once.", { cause: error });
    throw error;
  } finally {
    await store.close();
  }
}

function readAnchor(text: string): AuditHead {
  const [, seq, hash] = /^(\d{1,15}):([\w-]{43})$/.exec(text) ?? [];
  if (seq === undefined || hash === undefined) throw new StartError(`--anchor ${text} is not understood: it takes what an earlier run printed, a number, a colon and a hash.`);
  return { seq: Number(seq), hash };
}

/** A database that is not there would be made, and would be whole. */
async function openExisting(databaseUrl: string): Promise<Store> {
  if (!databaseUrl.startsWith("file:")) return openPostgresStore(databaseUrl, () => {});
  const path = sqlitePath(databaseUrl);
  if (!existsSync(path)) throw new StartError(`There is no database ${path}; set DATABASE_URL to the server's.`);
  return openSqliteStore(databaseUrl, "production");
}

import { sql } from "kysely";
import type { Transaction } from "kysely";
import type { Store } from "../ports.ts";
import { markAudit, withAudit } from "./audit.ts";
import type { Database } from "./schema.ts";

/** The only handle a store function takes: using `db` inside a transaction would wait for itself for ever. */
export type Tx = Transaction<Database>;

/** Runs SQL, and nothing but SQL, in one transaction, and writes what it recorded for the audit. A throw rolls back; a returned refusal commits. */
export function transact<T>(store: Store, work: (tx: Tx) => Promise<T>): Promise<T> {
  return store.db.transaction().execute((tx) => withAudit(tx, work));
}

/** Does a part whose failure must not take the rest of the transaction with it; the fault is handed to `onFault`, and nothing of the part was written. */
export async function attemptPart(tx: Tx, part: () => Promise<void>, onFault: (fault: unknown) => Promise<void>): Promise<void> {
  const forget = markAudit(tx);
  await sql`savepoint part`.execute(tx);
  try {
    await part();
    await sql`release savepoint part`.execute(tx);
  } catch (fault) {
    await sql`rollback to savepoint part`.execute(tx);
    forget();
    await onFault(fault);
  }
}

/** SQLite: held by somebody else. PostgreSQL: deadlock, serialization, lock or statement timeout, too many clients, shutting down, connection lost or refused. */
const AWAY = /^(SQLITE_(BUSY|LOCKED)\w*|40001|40P01|55P03|57014|53300|57P0[1-3]|08\w{3}|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/;

/** What the pool and the driver say without a code. */
const AWAY_WORDS = /^(timeout exceeded when trying to connect|Connection terminated)/;

/** Whether the database was away or held by someone else for too long; the route answers 503 and nothing was written. */
export function isContention(fault: unknown): boolean {
  if (!(fault instanceof Error)) return false;
  return ("code" in fault && typeof fault.code === "string" && AWAY.test(fault.code)) || AWAY_WORDS.test(fault.message);
}

import type { Transaction } from "kysely";
import type { Store } from "../ports.ts";
import type { Database } from "./schema.ts";

/** The only handle a store function takes: using `db` inside a transaction would wait for itself for ever. */
export type Tx = Transaction<Database>;

/** Runs SQL, and nothing but SQL, in one transaction. A throw rolls back; a returned refusal commits. */
export function transact<T>(store: Store, work: (tx: Tx) => Promise<T>): Promise<T> {
  return store.db.transaction().execute(work);
}

/** Whether the database was held by someone else for too long; the route answers 503 and nothing was written. */
export function isContention(fault: unknown): boolean {
  if (!(fault instanceof Error) || !("code" in fault)) return false;
  return typeof fault.code === "string" && /^SQLITE_(BUSY|LOCKED)/.test(fault.code);
}

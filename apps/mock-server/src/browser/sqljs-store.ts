import { Kysely } from "kysely";
import type { Store } from "../ports.ts";
import type { Database } from "../store/schema.ts";

/**
 * The store inside a page: SQLite compiled to WebAssembly, in memory. Loaded when it is first needed.
 *
 * One connection, so the dialect's plain `begin` is as exclusive as `begin immediate` is elsewhere.
 */
export async function openSqlJsStore(wasmUrl: string | undefined): Promise<Store> {
  const [{ default: initSqlJs }, { SqlJsDialect }] = await Promise.all([import("sql.js"), import("kysely-wasm")]);
  const sqlJs = await initSqlJs(wasmUrl === undefined ? {} : { locateFile: () => wasmUrl });
  const database = new sqlJs.Database();
  database.run("pragma foreign_keys = on");
  const db = new Kysely<Database>({ dialect: new SqlJsDialect({ database }) });
  return { db, close: () => db.destroy() };
}

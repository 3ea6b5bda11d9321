import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import type Sqlite from "better-sqlite3";
import { Kysely } from "kysely";
import type { Config, Store } from "../ports.ts";
import type { Database as Tables } from "../store/schema.ts";
import { createSqliteDialect } from "../store/sqlite-dialect.ts";
import { importDriver } from "./driver.ts";
import { StartError, systemCode } from "./start-error.ts";

/** How long a statement waits for another process's write, in milliseconds; then the route answers 503. */
const BUSY_TIMEOUT_MS = 5_000;

/**
 * The store on SQLite. `databaseUrl` is `file:` and a path, or `file::memory:`. Loaded when it is asked for: who runs on PostgreSQL needs no `better-sqlite3`.
 *
 * Production writes through to the disk at each commit (FULL): an answer that was given survives a power cut.
 * Development survives a killed process (NORMAL) and is about twice as fast.
 */
export async function openSqliteStore(databaseUrl: string, environment: Config["environment"]): Promise<Store> {
  const { default: Database } = await importDriver("SQLite", "better-sqlite3", () => import("better-sqlite3"));
  const db = new Kysely<Tables>({ dialect: createSqliteDialect(open(Database, sqlitePath(databaseUrl), environment)) });
  return { db, close: () => db.destroy() };
}

/** The path in a `file:` URL, as SQLite takes it: `:memory:`, or relative to the working directory, or absolute. */
export function sqlitePath(databaseUrl: string): string {
  const path = databaseUrl.replace(/^file:/, "");
  return path.startsWith("//") ? path.slice(2) : path;
}

function open(Database: typeof Sqlite, path: string, environment: Config["environment"]): Sqlite.Database {
  try {
    if (path !== ":memory:") mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    const database = new Database(path);
    database.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
    database.pragma("journal_mode = WAL");
    database.pragma(`synchronous = ${environment === "production" ? "FULL" : "NORMAL"}`);
    database.pragma("foreign_keys = ON");
    // A read-only file opens without a word; taking the write lock once tells now and not at the first login.
    database.exec("begin immediate; rollback");
    return database;
  } catch (error) {
    throw new StartError(`The database ${path} can't be written (${systemCode(error) ?? "unknown reason"}); set DATABASE_URL to a place that can.`, { cause: error });
  }
}

import { Kysely, PostgresDialect } from "kysely";
import type { Pool } from "pg";
import type { Store } from "../ports.ts";
import type { Database } from "../store/schema.ts";
import { importDriver } from "./driver.ts";
import { StartError, systemCode } from "./start-error.ts";

/** Told of a connection that broke while nobody used it; the next call takes another. */
type OnBroken = (error: Error) => void;

const INT8 = 20;

/** How long anything waits for the database, in milliseconds; then the route answers 503 (security.md section 4). */
const PATIENCE_MS = 5_000;

/**
 * The store on PostgreSQL, for more than one machine. Loaded when it is asked for: who runs on SQLite needs no `pg`.
 *
 * The default isolation, read committed, is enough: each decision is one conditional statement or stands behind a row
 * lock (`lockAccount`, `lockBucket`), and the statement after a lock sees what the lock waited for.
 */
export async function openPostgresStore(databaseUrl: string, onBroken: OnBroken): Promise<Store> {
  const pool = await createPool(databaseUrl);
  pool.on("error", onBroken);
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  try {
    const client = await pool.connect();
    client.release();
  } catch (error) {
    await db.destroy();
    // The address may hold a password, so it is not repeated.
    throw new StartError(`The database in DATABASE_URL does not answer (${systemCode(error) ?? "unknown reason"}); see that PostgreSQL runs there and takes this user.`, { cause: error });
  }
  return { db, close: () => db.destroy() };
}

async function createPool(connectionString: string): Promise<Pool> {
  const { Pool, types } = (await importDriver("PostgreSQL", "pg", () => import("pg"))).default;
  // Milliseconds and counts stay below 2^53; for this pool alone, since a host may want its own int8 as text.
  const getTypeParser = (oid: number, format: "text" | "binary" = "text"): ((value: string) => unknown) => (oid === INT8 ? Number : types.getTypeParser(oid, format as "text"));
  return new Pool({
    connectionString,
    max: 10,
    connectionTimeoutMillis: PATIENCE_MS,
    statement_timeout: PATIENCE_MS,
    idle_in_transaction_session_timeout: 2 * PATIENCE_MS,
    application_name: "guard",
    types: { getTypeParser },
  });
}

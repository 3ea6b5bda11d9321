import type { SqliteDatabase, SqliteStatement } from "kysely";

/** The server says about a hundred different sentences; what lists values of any number can't fill the memory. */
const KEPT = 256;

/** Compiles a statement once and not at each call, which was a quarter of what a sign-in cost besides its hash. SQLite compiles it again by itself when a table changed its shape. */
export function keepStatements(database: SqliteDatabase): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>();
  const prepare = (sql: string): SqliteStatement => {
    const known = kept.get(sql);
    if (known !== undefined) return known;
    const statement = database.prepare(sql);
    const [oldest] = kept.keys();
    if (kept.size >= KEPT && oldest !== undefined) kept.delete(oldest);
    kept.set(sql, statement);
    return statement;
  };
  return { prepare, close: () => database.close() };
}

import { CompiledQuery, SqliteAdapter, SqliteDialect, SqliteDriver } from "kysely";
import type { DatabaseConnection, Dialect, DialectAdapter, Driver, SqliteDatabase } from "kysely";
import { keepStatements } from "./kept-statements.ts";

/** The stock deferred `begin` takes the write lock late, where SQLite can only fail; here a transaction waits for its turn at its start. */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw("begin immediate"));
  }
}

/** SQLite's DDL is transactional, so two processes that start at once migrate one after the other. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class ImmediateDialect extends SqliteDialect {
  readonly #database: SqliteDatabase;

  constructor(database: SqliteDatabase) {
    super({ database });
    this.#database = database;
  }

  override createDriver(): Driver {
    return new ImmediateDriver({ database: this.#database });
  }

  override createAdapter(): DialectAdapter {
    return new TransactionalAdapter();
  }
}

/** Kysely's SQLite dialect with `begin immediate` and kept statements, over anything shaped like a better-sqlite3 database. */
export function createSqliteDialect(database: SqliteDatabase): Dialect {
  return new ImmediateDialect(keepStatements(database));
}

import Sqlite from "better-sqlite3";
import { Kysely } from "kysely";
import { describeStore } from "../testing/store-suite.ts";
import type { Database } from "./schema.ts";
import { createSqliteDialect } from "./sqlite-dialect.ts";

describeStore("SQLite", () => {
  const db = new Kysely<Database>({ dialect: createSqliteDialect(new Sqlite(":memory:")) });
  return { db, close: () => db.destroy() };
});

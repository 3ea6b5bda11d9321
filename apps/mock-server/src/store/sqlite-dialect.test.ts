import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import Sqlite from "better-sqlite3";
import { Kysely } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Store } from "../ports.ts";
import { migrate } from "./migrate.ts";
import type { Database } from "./schema.ts";
import { createSqliteDialect } from "./sqlite-dialect.ts";
import { isContention, transact } from "./transaction.ts";

let folder: string;
let stores: Store[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "guard-store-"));
});
afterEach(async () => {
  for (const store of stores) await store.close();
  stores = [];
  rmSync(folder, { recursive: true });
});

/** A connection of its own to one file, as another process would have it. */
function connect(timeout = 0): Store {
  const database = new Sqlite(join(folder, "guard.db"), { timeout });
  database.pragma("journal_mode = WAL");
  const db = new Kysely<Database>({ dialect: createSqliteDialect(database) });
  const store = { db, close: () => db.destroy() };
  stores.push(store);
  return store;
}

const run = promisify(execFile);

/** Migrates the file in a process of its own, as a second server would. */
function migrateInProcess(): Promise<unknown> {
  const script = `
    import Sqlite from "better-sqlite3";
    import { Kysely } from "kysely";
    import { createSqliteDialect } from "./src/store/sqlite-dialect.ts";
    import { migrate } from "./src/store/migrate.ts";
    const database = new Sqlite(${JSON.stringify(join(folder, "guard.db"))}, { timeout: 5000 });
    database.pragma("journal_mode = WAL");
    await migrate({ db: new Kysely({ dialect: createSqliteDialect(database) }) });
  `;
  return run(process.execPath, ["--input-type=module", "--eval", script], { cwd: join(import.meta.dirname, "../..") });
}

describe("a transaction", () => {
  it("takes the write lock at its start: a second one is told to come back, before it read anything", async () => {
    const [one, two] = [connect(), connect()];
    await migrate(one);
    let readByTwo = false;
    await transact(one, async () => {
      const refused = await transact(two, async (tx) => {
        readByTwo = true;
        await tx.selectFrom("account").selectAll().execute();
      }).catch((fault: unknown) => fault);
      expect(isContention(refused)).toBe(true);
    });
    expect(readByTwo).toBe(false);
    await transact(two, (tx) => tx.selectFrom("account").selectAll().execute());
  });

  it("rolls back on a throw and commits a returned refusal", async () => {
    const store = connect();
    await migrate(store);
    const insert = (id: string) => store.db.transaction().execute(async (tx) => {
      await tx.insertInto("application").values({ id, name: id, ownRules: 1, factors: "[]", numbers: "{}", redirectUris: "[]" }).execute();
      if (id === "thrown") throw new Error("thrown");
      return { ok: false };
    });
    await expect(insert("thrown")).rejects.toThrow("thrown");
    await insert("refused");
    expect(await store.db.selectFrom("application").select("id").execute()).toEqual([{ id: "refused" }]);
  });
});

describe("migrating", () => {
  it("twice, or from two processes that start at once, happens once", async () => {
    await Promise.all([migrateInProcess(), migrateInProcess(), migrateInProcess()]);
    const one = connect();
    await migrate(one);
    expect(await one.db.selectFrom("globalPolicy").select("id").execute()).toEqual([{ id: "global" }]);
  });

  it("says what went wrong", async () => {
    const store = connect();
    await store.db.schema.createTable("session").addColumn("id", "text").execute();
    await expect(migrate(store)).rejects.toThrow("session");
    // DDL is transactional here: nothing of the failed run is left behind.
    const tables = await store.db.introspection.getTables();
    expect(tables.map(({ name }) => name)).toEqual(["session"]);
  });
});

it("calls nothing else contention", () => {
  for (const fault of [new Error("x"), Object.assign(new Error("x"), { code: "SQLITE_CONSTRAINT" }), { code: "SQLITE_BUSY" }, "SQLITE_BUSY", null]) expect(isContention(fault)).toBe(false);
});

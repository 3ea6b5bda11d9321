import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { migrate } from "../app.ts";
import { openSqliteStore } from "./sqlite-store.ts";
import { describeRaces } from "./testing/races.ts";

const folder = mkdtempSync(join(tmpdir(), "guard-race-"));
afterAll(() => rmSync(folder, { recursive: true }));

describeRaces("one SQLite file", async () => {
  const databaseUrl = `file:${join(folder, "guard.sqlite")}`;
  const store = await openSqliteStore(databaseUrl, "development");
  await migrate(store);
  return { databaseUrl, store };
});

import { afterAll, beforeAll } from "vitest";
import { migrate } from "../app.ts";
import { describeStore } from "../testing/store-suite.ts";
import { openPostgresStore } from "./postgres-store.ts";
import { startPostgres, type TestPostgres } from "./testing/postgres.ts";
import { describeRaces } from "./testing/races.ts";

let postgres: TestPostgres;
let template: string;
beforeAll(async () => {
  postgres = await startPostgres();
  template = await postgres.createDatabase();
  const store = await openPostgresStore(template, () => {});
  await migrate(store);
  await store.close();
}, 60_000);
afterAll(() => postgres.stop());

describeStore("PostgreSQL", async () => openPostgresStore(await postgres.createDatabase(template), () => {}));

describeRaces("one PostgreSQL", async () => {
  const databaseUrl = await postgres.createDatabase();
  return { databaseUrl, store: await openPostgresStore(databaseUrl, () => {}) };
});

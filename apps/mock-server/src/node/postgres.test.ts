import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { migrate, type Store } from "../app.ts";
import { DEMO_PASSWORD } from "../development/data.ts";
import { recordAudit } from "../store/audit.ts";
import { transact } from "../store/transaction.ts";
import { describeStore } from "../testing/store-suite.ts";
import { openPostgresStore } from "./postgres-store.ts";
import { startServer } from "./start-server.ts";
import { describeDeathAtCompare } from "./testing/death-at-compare.ts";
import { startPostgres, type TestPostgres } from "./testing/postgres.ts";
import { post, startProcess } from "./testing/process.ts";
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

describe("killed", () => {
  let databaseUrl: string;
  let store: Store;
  beforeAll(async () => {
    databaseUrl = await postgres.createDatabase(template);
    // The server seeds.
    await (await startProcess({ DATABASE_URL: databaseUrl })).kill();
    store = await openPostgresStore(databaseUrl, () => {});
  }, 30_000);
  afterAll(() => store.close());

  describeDeathAtCompare("one PostgreSQL", () => ({ databaseUrl, store }));
});

it.each(["update audit set result = 'success'", "delete from audit", "truncate audit"])("PostgreSQL refuses: %s (S-47)", async (statement) => {
  const store = await openPostgresStore(await postgres.createDatabase(template), () => {});
  await transact(store, (tx) => recordAudit(tx, { ip: "203.0.113.9", requestId: "r", token: "" }, { event: "sign_in", result: "failure" }, 1));
  await expect(sql.raw(statement).execute(store.db)).rejects.toThrow("The audit is append-only.");
  await store.close();
});

it("a server that loses every connection to PostgreSQL takes new ones and goes on", async () => {
  const databaseUrl = await postgres.createDatabase(template);
  const server = await startServer({ databaseUrl, secret: "0123456789abcdef0123456789abcdef" });
  const signIn = () => post(server.url, "/sign-in", { app: "demo-open", identifier: "email-user", password: DEMO_PASSWORD });
  expect((await signIn()).status).toBe(200);
  await postgres.cutOff(databaseUrl);
  const statuses = [];
  for (let turn = 0; turn < 12; turn += 1) statuses.push((await signIn()).status);
  // What was in the middle of it may hear 503; nothing hears 500, and the last hear 200.
  expect(statuses.filter((status) => status !== 200 && status !== 503)).toEqual([]);
  expect(statuses.slice(-2)).toEqual([200, 200]);
  await server.close();
});

it("a PostgreSQL that is not there is one sentence, without the address that holds a password", async () => {
  const start = startServer({ databaseUrl: "postgres://guard:hunter2@127.0.0.1:1/guard", secret: "0123456789abcdef0123456789abcdef" });
  await expect(start).rejects.toThrow(/^The database in DATABASE_URL does not answer \(ECONNREFUSED\)((?!hunter2).)*$/);
});

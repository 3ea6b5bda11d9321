import Sqlite from "better-sqlite3";
import { Kysely, sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createSqliteDialect } from "../app.ts";
import type { Database } from "../app.ts";
import { chain, chainAll, NO_ROWS } from "../store/audit-chain.ts";
import type { AuditRow } from "../store/schema.ts";
import { signIn, signInFully } from "../testing/login.ts";
import { createRig } from "../testing/rig.ts";
import type { Rig } from "../testing/rig.ts";
import { verifyAudit } from "./verify.ts";

let database: InstanceType<typeof Sqlite>;
let rig: Rig;
beforeEach(async () => {
  database = new Sqlite(":memory:");
  rig = await createRig(database);
  await signInFully(rig);
  await signIn(rig, "demo", "email-user", "wrong");
  await signIn(rig, "demo-open", "new-user");
});
afterEach(() => rig.db.destroy());

const rows = () => rig.db.selectFrom("audit").selectAll().orderBy("seq").execute();
const head = async () => {
  const verdict = await verifyAudit(rig.ports.store);
  if (!verdict.ok) throw new Error(`The audit is broken: ${verdict.break} at ${verdict.seq}.`);
  return verdict.head;
};

/** What somebody can do who may do everything to the database. */
async function withoutTriggers(work: () => Promise<unknown>): Promise<void> {
  await sql`drop trigger "auditNoupdate"`.execute(rig.db);
  await sql`drop trigger "auditNodelete"`.execute(rig.db);
  await work();
}
const change = (seq: number, changes: Partial<AuditRow>) => rig.db.updateTable("audit").set(changes).where("seq", "=", seq).execute();
const remove = (from: number, to = from) => rig.db.deleteFrom("audit").where("seq", ">=", from).where("seq", "<=", to).execute();

it("is whole after logins, and its head is the last row", async () => {
  const all = await rows();
  expect(all.map(({ event, result }) => `${event} ${result}`)).toEqual(["sign_in challenged", "code_send success", "code_verify success", "sign_in failure", "sign_in success"]);
  expect(await head()).toEqual({ seq: 5, hash: all[4]?.hash });
});

it.each(["update audit set result = 'success' where seq = 4", "delete from audit where seq = 4", "delete from audit"])("the database refuses: %s (S-47)", (statement) => {
  expect(() => database.exec(statement)).toThrow("The audit is append-only.");
});

describe("finds (S-47)", () => {
  it.each<[field: keyof AuditRow, value: string | number]>([
    ["at", 1], ["event", "sign_out"], ["accountId", "demo-admin"], ["app", "demo-open"], ["factor", "totp"], ["result", "challenged"], ["reason", "locked"], ["ip", "203.0.113.9"], ["country", "NZ"], ["requestId", "r"], ["userAgent", "x"], ["hash", "x"],
  ])("a row whose %s was changed", async (field, value) => {
    await withoutTriggers(() => change(2, { [field]: value }));
    expect(await verifyAudit(rig.ports.store)).toEqual({ ok: false, break: "changed", seq: 2 });
  });

  it("a changed row whose own hash was made to fit", async () => {
    const [first, second] = await rows();
    if (first === undefined || second === undefined) throw new Error("There are rows.");
    await withoutTriggers(() => change(2, chain(first, { ...second, result: "failure" })));
    expect(await verifyAudit(rig.ports.store)).toEqual({ ok: false, break: "changed", seq: 3 });
  });

  it("a removed row, also the first one", async () => {
    await withoutTriggers(() => remove(3));
    expect(await verifyAudit(rig.ports.store)).toEqual({ ok: false, break: "missing", seq: 3 });
    await remove(1);
    expect(await verifyAudit(rig.ports.store)).toEqual({ ok: false, break: "missing", seq: 1 });
  });

  it("two rows that changed places", async () => {
    await withoutTriggers(async () => {
      await change(3, { seq: 99 });
      await change(2, { seq: 3 });
      await change(99, { seq: 2 });
    });
    expect(await verifyAudit(rig.ports.store)).toEqual({ ok: false, break: "changed", seq: 2 });
  });

  it("rows cut off at the end", async () => {
    await withoutTriggers(() => remove(4, 5));
    expect(await verifyAudit(rig.ports.store)).toEqual({ ok: false, break: "cut", seq: 4 });
  });

  it("rows cut off at the end with the head moved along, by the anchor", async () => {
    const anchor = await head();
    const [, , third] = await rows();
    await withoutTriggers(() => remove(4, 5));
    await rig.db.updateTable("auditHead").set({ seq: 3, hash: third?.hash ?? "" }).execute();
    expect((await verifyAudit(rig.ports.store)).ok).toBe(true);
    expect(await verifyAudit(rig.ports.store, anchor)).toEqual({ ok: false, break: "cut", seq: 4 });
  });

  it("a history that was written anew from one row on, by the anchor", async () => {
    const anchor = await head();
    const anew = chainAll(NO_ROWS, (await rows()).map((row) => ({ ...row, ip: "203.0.113.9" })));
    await withoutTriggers(() => remove(1, 5));
    await rig.db.insertInto("audit").values(anew).execute();
    expect((await verifyAudit(rig.ports.store)).ok).toBe(true);
    expect(await verifyAudit(rig.ports.store, anchor)).toEqual({ ok: false, break: "anchor", seq: 5 });
  });

  it("a head that was moved back", async () => {
    await rig.db.updateTable("auditHead").set({ hash: "x" }).execute();
    expect(await verifyAudit(rig.ports.store)).toEqual({ ok: false, break: "changed", seq: 5 });
  });
});

it("goes on from an anchor: what was added since changes nothing about it", async () => {
  const anchor = await head();
  await signIn(rig, "demo-open", "new-user");
  expect(await verifyAudit(rig.ports.store, anchor)).toMatchObject({ ok: true, head: { seq: 6 } });
});

it("reads on past its first page", async () => {
  const { ip, ...row } = (await rows())[0] as AuditRow;
  const many = chainAll(await head(), Array.from({ length: 2_100 }, (_, at) => ({ ...row, ip, requestId: `many-${at}` })));
  for (let at = 0; at < many.length; at += 700) await rig.db.insertInto("audit").values(many.slice(at, at + 700)).execute();
  expect(await verifyAudit(rig.ports.store)).toMatchObject({ ok: true, head: { seq: 2_105 } });
});

it("is whole and empty before anything happened", async () => {
  const empty = await createRig(new Sqlite(":memory:"));
  expect(await verifyAudit(empty.ports.store)).toEqual({ ok: true, head: NO_ROWS });
});

it("takes rows that were written before there was a chain into it, oldest first", async () => {
  const { Migrator } = await import("kysely/migration");
  const { migrations } = await import("../store/migrations/index.ts");
  const db = new Kysely<Database>({ dialect: createSqliteDialect(new Sqlite(":memory:")) });
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve({ ...migrations }) } });
  await migrator.migrateTo("005-hosts");
  for (let at = 600; at > 0; at -= 1) {
    await sql`insert into audit (at, event, result, ip, country, requestId) values (${at}, 'sign_out', 'success', '', 'unknown', ${`r${at}`})`.execute(db);
  }
  await migrator.migrateToLatest();
  const store = { db, close: () => db.destroy() };
  expect(await verifyAudit(store)).toMatchObject({ ok: true, head: { seq: 600 } });
  expect(await db.selectFrom("audit").select(["seq", "at"]).where("seq", "in", [1, 600]).orderBy("seq").execute()).toEqual([{ seq: 1, at: 1 }, { seq: 600, at: 600 }]);
  await store.close();
});

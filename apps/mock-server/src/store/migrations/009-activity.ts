import { PostgresAdapter, sql } from "kysely";
import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";
import { chainAll, NO_ROWS } from "../audit-chain.ts";
import type { AuditHead, Unchained } from "../audit-chain.ts";
import type { Database } from "../schema.ts";

/** The audit becomes a chain that can't be rewritten; the mails' words; the pictures that were used. */
export const activity: Migration = {
  async up(db: Kysely<Database>) {
    await createAudit(db);
    await (db.getExecutor().adapter instanceof PostgresAdapter ? sealOnPostgres(db) : sealOnSqlite(db));
    await createMailTemplate(db);
    await createUsedPicture(db);
  },
};

const BATCH = 500;

async function createAudit(db: Kysely<Database>) {
  for (const index of ["auditAccount", "auditTime"]) await db.schema.dropIndex(index).execute();
  await db.schema.alterTable("audit").renameTo("auditUnchained").execute();
  const big = db.getExecutor().adapter instanceof PostgresAdapter ? "bigint" : "integer";
  await db.schema
    .createTable("audit")
    .addColumn("seq", big, (column) => column.primaryKey())
    .addColumn("hash", "text", (column) => column.notNull())
    .addColumn("at", "bigint", (column) => column.notNull())
    .addColumn("event", "text", (column) => column.notNull())
    .addColumn("accountId", "text")
    .addColumn("app", "text")
    .addColumn("factor", "text")
    .addColumn("result", "text", (column) => column.notNull())
    .addColumn("reason", "text")
    .addColumn("ip", "text", (column) => column.notNull())
    .addColumn("country", "text", (column) => column.notNull())
    .addColumn("requestId", "text", (column) => column.notNull())
    .addColumn("userAgent", "text")
    .addUniqueConstraint("auditOnce", ["requestId", "event"])
    .execute();
  await db.schema
    .createTable("auditHead")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("seq", big, (column) => column.notNull())
    .addColumn("hash", "text", (column) => column.notNull())
    .execute();
  const head = await copyAudit(db);
  await db.insertInto("auditHead").values({ id: "audit", ...head }).execute();
  await db.schema.dropTable("auditUnchained").execute();
  await db.schema.createIndex("auditAccount").on("audit").columns(["accountId", "at"]).execute();
  await db.schema.createIndex("auditTime").on("audit").column("at").execute();
}

/** What was written before there was a chain takes its place in it, oldest first. */
async function copyAudit(db: Kysely<Database>): Promise<AuditHead> {
  let head = NO_ROWS;
  for (let offset = 0; ; offset += BATCH) {
    const { rows } = await sql<Omit<Unchained, "userAgent">>`
      select ${sql.raw(["at", "event", "accountId", "app", "factor", "result", "reason", "ip", "country", "requestId"].map((name) => `"${name}"`).join(", "))}
      from ${sql.table("auditUnchained")} order by "at", "requestId", "event" limit ${BATCH} offset ${offset}`.execute(db);
    const chained = chainAll(head, rows.map((row) => ({ ...row, userAgent: null })));
    const last = chained.at(-1);
    if (last === undefined) return head;
    await db.insertInto("audit").values(chained).execute();
    head = { seq: last.seq, hash: last.hash };
  }
}

const REFUSAL = "The audit is append-only.";

/** By the database, so that a transaction that adds a row asks one time less while it holds the head. */
const MOVE_HEAD = 'update "auditHead" set "seq" = new."seq", "hash" = new."hash"';

async function sealOnSqlite(db: Kysely<Database>) {
  for (const verb of ["update", "delete"]) {
    await sql.raw(`create trigger "auditNo${verb}" before ${verb} on "audit" begin select raise(abort, '${REFUSAL}'); end`).execute(db);
  }
  await sql.raw(`create trigger "auditMovesHead" after insert on "audit" begin ${MOVE_HEAD}; end`).execute(db);
}

async function sealOnPostgres(db: Kysely<Database>) {
  await sql.raw(`create function "refuseAuditChange"() returns trigger language plpgsql as $$ begin raise exception '${REFUSAL}'; end $$`).execute(db);
  await sql.raw('create trigger "auditNoChange" before update or delete on "audit" for each row execute function "refuseAuditChange"()').execute(db);
  await sql.raw('create trigger "auditNoTruncate" before truncate on "audit" for each statement execute function "refuseAuditChange"()').execute(db);
  await sql.raw(`create function "moveAuditHead"() returns trigger language plpgsql as $$ begin ${MOVE_HEAD}; return null; end $$`).execute(db);
  await sql.raw('create trigger "auditMovesHead" after insert on "audit" for each row execute function "moveAuditHead"()').execute(db);
}

async function createMailTemplate(db: Kysely<Database>) {
  await db.schema
    .createTable("mailTemplate")
    .addColumn("scope", "text", (column) => column.primaryKey())
    .addColumn("subject", "text", (column) => column.notNull())
    .addColumn("text", "text", (column) => column.notNull())
    .addColumn("html", "text", (column) => column.notNull())
    .addColumn("savedAt", "bigint", (column) => column.notNull())
    .execute();
}

async function createUsedPicture(db: Kysely<Database>) {
  await db.schema.alterTable("challenge").addColumn("faceFailures", "integer", (column) => column.notNull().defaultTo(0)).execute();
  await db.schema
    .createTable("usedPicture")
    .addColumn("accountId", "text", (column) => column.notNull().references("account.id"))
    .addColumn("hash", "text", (column) => column.notNull())
    .addColumn("usedAt", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("usedPictureKey", ["accountId", "hash"])
    .execute();
}

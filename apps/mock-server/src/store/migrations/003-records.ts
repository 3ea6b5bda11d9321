import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";
import type { Database } from "../schema.ts";

/** What is remembered about calls: idempotency for a minute, the audit for good; and the recovery codes. */
export const records: Migration = {
  async up(db: Kysely<Database>) {
    await createIdempotency(db);
    await createRecoveryCode(db);
    await createAudit(db);
  },
};

async function createIdempotency(db: Kysely<Database>) {
  await db.schema
    .createTable("idempotency")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("expiresAt", "bigint", (column) => column.notNull())
    .execute();
  await db.schema.createIndex("idempotencyExpiry").on("idempotency").column("expiresAt").execute();
}

async function createRecoveryCode(db: Kysely<Database>) {
  await db.schema
    .createTable("recoveryCode")
    .addColumn("accountId", "text", (column) => column.primaryKey().references("account.id"))
    .addColumn("mac", "text", (column) => column.notNull())
    .addColumn("createdAt", "bigint", (column) => column.notNull())
    .execute();
}

async function createAudit(db: Kysely<Database>) {
  await db.schema
    .createTable("audit")
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
    .addPrimaryKeyConstraint("auditKey", ["requestId", "event"])
    .execute();
  await db.schema.createIndex("auditAccount").on("audit").columns(["accountId", "at"]).execute();
}

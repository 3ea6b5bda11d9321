import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";
import type { Database } from "../schema.ts";

/** How much of what came from where: codes sent, passwords tried; and what an administrator should hear of. */
export const limits: Migration = {
  async up(db: Kysely<Database>) {
    await db.schema.alterTable("application").addColumn("officeRanges", "text", (column) => column.notNull().defaultTo("[]")).execute();
    await createDispatch(db);
    await createBucket(db);
    await createAdminEvent(db);
    // The newest row is asked for at each start (S-58).
    await db.schema.createIndex("auditTime").on("audit").column("at").execute();
  },
};

async function createDispatch(db: Kysely<Database>) {
  await db.schema
    .createTable("dispatch")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("bucket", "text", (column) => column.notNull())
    .addColumn("network", "text", (column) => column.notNull())
    .addColumn("recipient", "text", (column) => column.notNull())
    .addColumn("at", "bigint", (column) => column.notNull())
    .execute();
  await db.schema.createIndex("dispatchBucket").on("dispatch").columns(["bucket", "at"]).execute();
  await db.schema.createIndex("dispatchRecipient").on("dispatch").columns(["recipient", "at"]).execute();
  await db.schema.createIndex("dispatchTime").on("dispatch").column("at").execute();
}

async function createBucket(db: Kysely<Database>) {
  await db.schema
    .createTable("bucket")
    .addColumn("key", "text", (column) => column.primaryKey())
    .addColumn("failures", "integer", (column) => column.notNull())
    .addColumn("since", "bigint", (column) => column.notNull())
    .addColumn("nextAt", "bigint", (column) => column.notNull())
    .addColumn("touchedAt", "bigint", (column) => column.notNull())
    .execute();
  await db.schema.createIndex("bucketTime").on("bucket").column("touchedAt").execute();
}

async function createAdminEvent(db: Kysely<Database>) {
  await db.schema
    .createTable("adminEvent")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("at", "bigint", (column) => column.notNull())
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("subject", "text", (column) => column.notNull())
    .addColumn("app", "text")
    .addColumn("accountId", "text")
    .execute();
  await db.schema.createIndex("adminEventSubject").on("adminEvent").columns(["kind", "subject", "at"]).execute();
}

import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";
import type { Database } from "../schema.ts";

/** What the routes of Authing's clients need: their key, who may be sent a code without a token, and photos on their way to a face. */
export const authing: Migration = {
  async up(db: Kysely<Database>) {
    await db.schema.alterTable("totpEnrolment").addColumn("recovery", "text").execute();
    await createKey(db);
    await createLogin(db);
    await createPhoto(db);
  },
};

async function createKey(db: Kysely<Database>) {
  await db.schema
    .createTable("authingKey")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("publicKey", "text", (column) => column.notNull())
    .addColumn("privateKey", "text", (column) => column.notNull())
    .addColumn("createdAt", "bigint", (column) => column.notNull())
    .execute();
}

async function createLogin(db: Kysely<Database>) {
  await db.schema
    .createTable("authingLogin")
    .addColumn("tokenHash", "text", (column) => column.primaryKey())
    .addColumn("app", "text", (column) => column.notNull())
    .addColumn("network", "text", (column) => column.notNull())
    .addColumn("createdAt", "bigint", (column) => column.notNull())
    .addColumn("expiresAt", "bigint", (column) => column.notNull())
    .addColumn("session", "text")
    .addColumn("codeMac", "text")
    .addColumn("keptAt", "bigint")
    .execute();
  await db.schema.createIndex("authingLoginNetwork").on("authingLogin").columns(["network", "app"]).execute();
}

async function createPhoto(db: Kysely<Database>) {
  await db.schema
    .createTable("authingPhoto")
    .addColumn("key", "text", (column) => column.primaryKey())
    .addColumn("network", "text", (column) => column.notNull())
    .addColumn("sealed", "text")
    .addColumn("bytes", "integer", (column) => column.notNull())
    .addColumn("uploadedAt", "bigint", (column) => column.notNull())
    .execute();
}

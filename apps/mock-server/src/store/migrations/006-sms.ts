import { sql } from "kysely";
import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";
import type { Database } from "../schema.ts";

/** Codes by SMS, sign-in by code, third parties, and which factor somebody used last. */
export const sms: Migration = {
  async up(db: Kysely<Database>) {
    await addRules(db);
    await addChannel(db);
    await db.schema.alterTable("challenge").addColumn("source", "text").execute();
    await createSignInCode(db);
    await createLastFactor(db);
  },
};

async function addRules(db: Kysely<Database>) {
  for (const table of ["application", "globalPolicy"] as const) {
    await db.schema.alterTable(table).addColumn("phoneCountries", "text").execute();
    await db.schema.alterTable(table).addColumn("bindDuringLogin", "text", (column) => column.notNull().defaultTo("when-nothing-bound")).execute();
  }
  await db.schema.alterTable("globalPolicy").addColumn("identitySources", "text", (column) => column.notNull().defaultTo("[]")).execute();
  await db.schema.alterTable("application").addColumn("signInMethods", "text", (column) => column.notNull().defaultTo('["password"]')).execute();
  await db.schema.alterTable("application").addColumn("webOtpHost", "text").execute();
}

async function addChannel(db: Kysely<Database>) {
  await db.schema.alterTable("dispatch").addColumn("channel", "text", (column) => column.notNull().defaultTo("email")).execute();
  await db.schema.alterTable("dispatch").addColumn("app", "text", (column) => column.notNull().defaultTo("")).execute();
  await db.schema.createIndex("dispatchChannel").on("dispatch").columns(["app", "channel", "at"]).execute();
}

async function createSignInCode(db: Kysely<Database>) {
  await db.schema
    .createTable("signInCode")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("app", "text", (column) => column.notNull())
    .addColumn("subject", "text", (column) => column.notNull())
    .addColumn("accountId", "text", (column) => column.references("account.id"))
    .addColumn("mac", "text", (column) => column.notNull())
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("tries", "integer", (column) => column.notNull())
    .addColumn("createdAt", "bigint", (column) => column.notNull())
    .addColumn("resendAt", "bigint", (column) => column.notNull())
    .addColumn("expiresAt", "bigint", (column) => column.notNull())
    .execute();
  await db.schema.createIndex("signInCodeSubject").on("signInCode").columns(["subject", "createdAt"]).execute();
  await db.schema.createIndex("signInCodeAccount").on("signInCode").columns(["accountId", "createdAt"]).where(sql.ref("accountId"), "is not", null).execute();
  await db.schema.createIndex("signInCodeTime").on("signInCode").column("createdAt").execute();
}

async function createLastFactor(db: Kysely<Database>) {
  await db.schema
    .createTable("lastFactor")
    .addColumn("accountId", "text", (column) => column.notNull().references("account.id"))
    .addColumn("app", "text", (column) => column.notNull())
    .addColumn("factor", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("lastFactorKey", ["accountId", "app"])
    .execute();
}

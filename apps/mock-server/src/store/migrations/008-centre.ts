import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";
import type { Database } from "../schema.ts";

/** What the personal centre needs: how fresh a session's proof is, the address it is about to bind, and trusted devices. */
export const centre: Migration = {
  async up(db: Kysely<Database>) {
    // One column a statement: SQLite alters no more at once.
    await db.schema.alterTable("session").addColumn("steppedUpAt", "bigint").execute();
    await db.schema.alterTable("session").addColumn("deviceId", "text").execute();
    await db.schema.alterTable("session").addColumn("bindFactor", "text").execute();
    await db.schema.alterTable("session").addColumn("bindTarget", "text").execute();
    await createDevice(db);
  },
};

async function createDevice(db: Kysely<Database>) {
  await db.schema
    .createTable("device")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("tokenHash", "text", (column) => column.notNull().unique())
    .addColumn("accountId", "text", (column) => column.notNull().references("account.id"))
    .addColumn("app", "text", (column) => column.notNull())
    .addColumn("scope", "text", (column) => column.notNull())
    .addColumn("label", "text", (column) => column.notNull())
    .addColumn("trustedAt", "bigint", (column) => column.notNull())
    .addColumn("lastUsedAt", "bigint", (column) => column.notNull())
    .addColumn("expiresAt", "bigint", (column) => column.notNull())
    .execute();
  await db.schema.createIndex("deviceAccount").on("device").column("accountId").execute();
  await db.schema.createIndex("deviceScope").on("device").column("scope").execute();
}

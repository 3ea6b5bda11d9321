import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";
import type { Database } from "../schema.ts";

/** What an authenticator app needs: the last step it was right for, and enrolments that wait for their first code. */
export const authenticator: Migration = {
  async up(db: Kysely<Database>) {
    await db.schema.alterTable("binding").addColumn("lastStep", "bigint").execute();
    await db.schema.alterTable("challenge").addColumn("proven", "text", (column) => column.notNull().defaultTo("[]")).execute();
    await db.schema.alterTable("session").addColumn("unheldUntil", "bigint").execute();
    await db.schema
      .createTable("totpEnrolment")
      .addColumn("holder", "text", (column) => column.primaryKey())
      .addColumn("id", "text", (column) => column.notNull())
      .addColumn("accountId", "text", (column) => column.notNull().references("account.id"))
      .addColumn("secret", "text", (column) => column.notNull())
      .addColumn("tries", "integer", (column) => column.notNull())
      .addColumn("expiresAt", "bigint", (column) => column.notNull())
      .execute();
    await db.schema.createIndex("totpEnrolmentAccount").on("totpEnrolment").column("accountId").execute();
  },
};

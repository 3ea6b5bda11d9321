import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";
import type { Database } from "../schema.ts";

/** What the backends of applications say who they are with. */
export const hosts: Migration = {
  async up(db: Kysely<Database>) {
    await db.schema
      .createTable("applicationSecret")
      .addColumn("app", "text", (column) => column.notNull().references("application.id"))
      .addColumn("mac", "text", (column) => column.notNull())
      .addColumn("createdAt", "bigint", (column) => column.notNull())
      .addPrimaryKeyConstraint("applicationSecretKey", ["app", "mac"])
      .execute();
  },
};

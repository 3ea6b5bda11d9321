import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";
import type { Database } from "../schema.ts";

/** Where an account has signed in from, so that strangers can't use up its codes to sign in with. */
export const networks: Migration = {
  async up(db: Kysely<Database>) {
    await db.schema
      .createTable("knownNetwork")
      .addColumn("accountId", "text", (column) => column.notNull().references("account.id"))
      .addColumn("network", "text", (column) => column.notNull())
      .addColumn("seenAt", "bigint", (column) => column.notNull())
      .addPrimaryKeyConstraint("knownNetworkKey", ["accountId", "network"])
      .execute();
    await db.schema.alterTable("signInCode").addColumn("known", "integer", (column) => column.notNull().defaultTo(0)).execute();
  },
};

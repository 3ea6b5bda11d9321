import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";
import type { Database } from "../schema.ts";

/** Which recovery code proved in a login, so that it can be used up when that login is done. */
export const recovery: Migration = {
  async up(db: Kysely<Database>) {
    await db.schema.alterTable("challenge").addColumn("recoveryMac", "text").execute();
  },
};

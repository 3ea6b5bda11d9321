import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";
import type { Database } from "../schema.ts";

/** Which address a send without a token named: only such a one may be replaced by another such send. */
export const authingTargets: Migration = {
  async up(db: Kysely<Database>) {
    await db.schema.alterTable("authingLogin").addColumn("looseTarget", "text").execute();
  },
};

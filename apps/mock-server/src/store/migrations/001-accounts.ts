import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";
import type { Database } from "../schema.ts";

/** Who logs in, where, and with what bound. */
export const accounts: Migration = {
  async up(db: Kysely<Database>) {
    await createAccount(db);
    await createApplication(db);
    await createGlobalPolicy(db);
    await createBinding(db);
  },
};

async function createAccount(db: Kysely<Database>) {
  await db.schema
    .createTable("account")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("username", "text", (column) => column.notNull().unique())
    .addColumn("email", "text", (column) => column.unique())
    .addColumn("emailVerified", "integer", (column) => column.notNull())
    .addColumn("phone", "text", (column) => column.unique())
    .addColumn("phoneVerified", "integer", (column) => column.notNull())
    .addColumn("password", "text")
    .addColumn("mfaDisabled", "integer", (column) => column.notNull())
    .addColumn("role", "text", (column) => column.notNull())
    .addColumn("failures", "integer", (column) => column.notNull())
    .addColumn("total", "integer", (column) => column.notNull())
    .addColumn("lockedUntil", "bigint")
    .addColumn("closedAt", "bigint")
    .addColumn("createdAt", "bigint", (column) => column.notNull())
    .execute();
}

async function createApplication(db: Kysely<Database>) {
  await db.schema
    .createTable("application")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("ownRules", "integer", (column) => column.notNull())
    .addColumn("factors", "text", (column) => column.notNull())
    .addColumn("numbers", "text", (column) => column.notNull())
    .addColumn("redirectUris", "text", (column) => column.notNull())
    .execute();
}

async function createGlobalPolicy(db: Kysely<Database>) {
  await db.schema
    .createTable("globalPolicy")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("factors", "text", (column) => column.notNull())
    .addColumn("numbers", "text", (column) => column.notNull())
    .execute();
  // A database without a policy would be a database without a second factor.
  await db.insertInto("globalPolicy").values({ id: "global", factors: '["email"]', numbers: "{}" }).execute();
}

async function createBinding(db: Kysely<Database>) {
  await db.schema
    .createTable("binding")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("accountId", "text", (column) => column.notNull().references("account.id"))
    .addColumn("factor", "text", (column) => column.notNull())
    .addColumn("scope", "text", (column) => column.notNull())
    .addColumn("target", "text")
    .addColumn("secret", "text")
    .addColumn("boundAt", "bigint", (column) => column.notNull())
    .addUniqueConstraint("bindingOnce", ["accountId", "factor", "scope"])
    .execute();
}

import { sql } from "kysely";
import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";
import type { Database } from "../schema.ts";

/** What a login leaves behind while it runs: codes, waits, challenges, sessions. */
export const logins: Migration = {
  async up(db: Kysely<Database>) {
    await createCode(db);
    await createDeliveryWait(db);
    await createChallenge(db);
    await createSession(db);
  },
};

async function createCode(db: Kysely<Database>) {
  await db.schema
    .createTable("code")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("accountId", "text", (column) => column.notNull().references("account.id"))
    .addColumn("target", "text", (column) => column.notNull())
    .addColumn("purpose", "text", (column) => column.notNull())
    .addColumn("app", "text", (column) => column.notNull())
    .addColumn("mac", "text", (column) => column.notNull())
    .addColumn("live", "integer", (column) => column.notNull())
    .addColumn("createdAt", "bigint", (column) => column.notNull())
    .addColumn("expiresAt", "bigint", (column) => column.notNull())
    .addColumn("usedAt", "bigint")
    .execute();
  const slot = ["accountId", "target", "purpose", "app"] as const;
  await db.schema.createIndex("codeOneLive").on("code").columns([...slot]).unique().where(sql.ref("live"), "=", 1).execute();
  await db.schema.createIndex("codeSlot").on("code").columns([...slot]).execute();
}

async function createDeliveryWait(db: Kysely<Database>) {
  await db.schema
    .createTable("deliveryWait")
    .addColumn("accountId", "text", (column) => column.notNull().references("account.id"))
    .addColumn("target", "text", (column) => column.notNull())
    .addColumn("resendAt", "bigint", (column) => column.notNull())
    .addColumn("claim", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("deliveryWaitKey", ["accountId", "target"])
    .execute();
}

async function createChallenge(db: Kysely<Database>) {
  await db.schema
    .createTable("challenge")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("tokenHash", "text", (column) => column.notNull().unique())
    .addColumn("accountId", "text", (column) => column.notNull().references("account.id"))
    .addColumn("app", "text", (column) => column.notNull())
    .addColumn("need", "text", (column) => column.notNull())
    .addColumn("factors", "text", (column) => column.notNull())
    .addColumn("bindFactor", "text")
    .addColumn("bindTarget", "text")
    .addColumn("redirectUri", "text")
    .addColumn("createdAt", "bigint", (column) => column.notNull())
    .addColumn("expiresAt", "bigint", (column) => column.notNull())
    .addColumn("burntAt", "bigint")
    .addColumn("lockedUntil", "bigint")
    .execute();
  await db.schema.createIndex("challengeAccount").on("challenge").column("accountId").execute();
}

async function createSession(db: Kysely<Database>) {
  await db.schema
    .createTable("session")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("tokenHash", "text", (column) => column.notNull().unique())
    .addColumn("accountId", "text", (column) => column.notNull().references("account.id"))
    .addColumn("app", "text", (column) => column.notNull())
    .addColumn("amr", "text", (column) => column.notNull())
    .addColumn("authTime", "bigint", (column) => column.notNull())
    .addColumn("expiresAt", "bigint", (column) => column.notNull())
    .execute();
  await db.schema.createIndex("sessionAccount").on("session").column("accountId").execute();
}

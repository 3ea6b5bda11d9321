import { sql } from "kysely";
import type { Identifier } from "../account/identifier.ts";
import type { Account } from "./schema.ts";
import type { Tx } from "./transaction.ts";

export function findAccountByIdentifier(tx: Tx, identifier: Identifier): Promise<Account | undefined> {
  return tx.selectFrom("account").selectAll().where(identifier.kind, "=", identifier.value).executeTakeFirst();
}

export function findAccount(tx: Tx, id: string): Promise<Account> {
  return tx.selectFrom("account").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
}

/** Reads the account and holds its row until the transaction ends: `select for update`, said so that SQLite understands it too. */
export function lockAccount(tx: Tx, id: string): Promise<Account> {
  return tx
    .updateTable("account")
    .set((row) => ({ id: row.ref("id") }))
    .where("id", "=", id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Reads and holds the row of the account that a challenge is for; nothing for a token that opens none. */
export function lockAccountOfChallenge(tx: Tx, tokenHash: string): Promise<Account | undefined> {
  return tx
    .updateTable("account")
    .set((row) => ({ id: row.ref("id") }))
    .where("id", "=", (query) => query.selectFrom("challenge").select("accountId").where("tokenHash", "=", tokenHash))
    .returningAll()
    .executeTakeFirst();
}

/** Reads and holds the row of the account that a session belongs to; nothing for a token that opens none. */
export function lockAccountOfSession(tx: Tx, tokenHash: string): Promise<Account | undefined> {
  return tx
    .updateTable("account")
    .set((row) => ({ id: row.ref("id") }))
    .where("id", "=", (query) => query.selectFrom("session").select("accountId").where("tokenHash", "=", tokenHash))
    .returningAll()
    .executeTakeFirst();
}

export async function replacePassword(tx: Tx, id: string, password: string): Promise<void> {
  await tx.updateTable("account").set({ password }).where("id", "=", id).execute();
}

/** How many wrong codes lock and close an account, and for how long a lock stands. */
export interface CounterLimits {
  readonly failuresToLock: number;
  readonly failuresToClose: number;
  readonly lockMs: number;
}

/** What the counter said when a try was reserved (R11). */
export interface Reservation {
  readonly failures: number;
  readonly total: number;
  readonly lockedUntil: number | null;
  readonly closedAt: number | null;
}

/** Counts a try before it is compared (R11, S-02): one conditional statement, nothing for a locked or closed account. */
export function reserveTry(tx: Tx, id: string, limits: CounterLimits, now: number): Promise<Reservation | undefined> {
  const millis = (value: number) => sql<number>`cast(${value} as bigint)`;
  // The `where` lets a past lock through only when it expired, and an expired lock restarts the row at 1.
  const failures = sql<number>`case when ${sql.ref("lockedUntil")} is null then ${sql.ref("failures")} + 1 else 1 end`;
  return tx
    .updateTable("account")
    .set({
      failures,
      total: sql<number>`${sql.ref("total")} + 1`,
      lockedUntil: sql<number | null>`case when (${failures}) >= ${limits.failuresToLock} then ${millis(now + limits.lockMs)} else null end`,
      closedAt: sql<number | null>`case when ${sql.ref("total")} + 1 >= ${limits.failuresToClose} then ${millis(now)} else null end`,
    })
    .where("id", "=", id)
    .where("closedAt", "is", null)
    .where("total", "<", limits.failuresToClose)
    .where((where) => where.or([where("lockedUntil", "is", null), where("lockedUntil", "<=", now)]))
    .returning(["failures", "total", "lockedUntil", "closedAt"])
    .executeTakeFirst();
}

/** A right code in a login clears all three, even where its own reservation set the lock (R11). */
export async function clearTries(tx: Tx, id: string): Promise<void> {
  await tx.updateTable("account").set({ failures: 0, total: 0, lockedUntil: null, closedAt: null }).where("id", "=", id).execute();
}

/** Takes one try back, and the lock and the close that it set itself; nothing that any other try did. */
export async function takeBackTry(tx: Tx, id: string, { lockedUntil, closedAt }: Reservation): Promise<void> {
  const less = (column: "failures" | "total") => sql<number>`case when ${sql.ref(column)} > 0 then ${sql.ref(column)} - 1 else 0 end`;
  await tx.updateTable("account").set({ failures: less("failures"), total: less("total") }).where("id", "=", id).execute();
  if (lockedUntil !== null) await tx.updateTable("account").set({ lockedUntil: null }).where("id", "=", id).where("lockedUntil", "=", lockedUntil).execute();
  if (closedAt !== null) await tx.updateTable("account").set({ closedAt: null }).where("id", "=", id).where("closedAt", "=", closedAt).execute();
}

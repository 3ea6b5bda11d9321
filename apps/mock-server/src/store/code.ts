import type { Slot } from "../factors/runner.ts";
import type { CodeTable } from "./tables/factor.ts";
import type { Tx } from "./transaction.ts";

/** A code that can still be typed, without its secret. */
export interface LiveCode {
  readonly id: string;
  readonly mac: string;
  readonly createdAt: number;
  readonly expiresAt: number;
}

export async function insertPendingCode(tx: Tx, code: Omit<CodeTable, "live" | "usedAt">): Promise<void> {
  await tx.insertInto("code").values({ ...code, live: 0, usedAt: null }).execute();
}

export function findLiveCode(tx: Tx, slot: Slot, now: number): Promise<LiveCode | undefined> {
  return inSlot(tx, slot).where("live", "=", 1).where("usedAt", "is", null).where("expiresAt", ">", now).executeTakeFirst();
}

/** The code that is on its way to the provider right now, if any. */
export function findPendingCode(tx: Tx, slot: Slot, now: number): Promise<LiveCode | undefined> {
  return inSlot(tx, slot).where("live", "=", 0).where("expiresAt", ">", now).orderBy("createdAt", "desc").executeTakeFirst();
}

function inSlot(tx: Tx, slot: Slot) {
  return tx
    .selectFrom("code")
    .select(["id", "mac", "createdAt", "expiresAt"])
    .where("accountId", "=", slot.accountId)
    .where("target", "=", slot.target)
    .where("purpose", "=", slot.purpose)
    .where("app", "=", slot.app);
}

/** Accepts a code once, whoever else tries it at the same time (S-13). */
export async function spendCode(tx: Tx, id: string, now: number): Promise<boolean> {
  const used = await tx
    .updateTable("code")
    .set({ usedAt: now })
    .where("id", "=", id)
    .where("live", "=", 1)
    .where("usedAt", "is", null)
    .where("expiresAt", ">", now)
    .returning("id")
    .executeTakeFirst();
  return used !== undefined;
}

/** The handed-over code takes the slot: every older code of it dies (R6, S-12). */
export async function makeCodeLive(tx: Tx, slot: Slot, id: string): Promise<void> {
  await tx
    .deleteFrom("code")
    .where("accountId", "=", slot.accountId)
    .where("target", "=", slot.target)
    .where("purpose", "=", slot.purpose)
    .where("app", "=", slot.app)
    .where("id", "!=", id)
    .execute();
  await tx.updateTable("code").set({ live: 1 }).where("id", "=", id).execute();
}

/** The provider refused: the pending code is gone and the older one lives on (R6a). */
export async function dropPendingCode(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom("code").where("id", "=", id).where("live", "=", 0).execute();
}

import type { DeviceRow } from "./schema.ts";
import type { Tx } from "./transaction.ts";

export async function insertDevice(tx: Tx, device: DeviceRow): Promise<void> {
  // The account's own leftovers go with it, so the table holds no more than the devices that are trusted.
  await tx.deleteFrom("device").where("accountId", "=", device.accountId).where("expiresAt", "<=", device.trustedAt).execute();
  await tx.insertInto("device").values(device).execute();
}

/** A device is worth something to its own account in its own application, and to nobody else (R24). */
export function findDevice(tx: Tx, tokenHash: string, accountId: string, app: string): Promise<DeviceRow | undefined> {
  return tx.selectFrom("device").selectAll().where("tokenHash", "=", tokenHash).where("accountId", "=", accountId).where("app", "=", app).executeTakeFirst();
}

export function listDevicesOf(tx: Tx, accountId: string, now: number): Promise<DeviceRow[]> {
  return tx.selectFrom("device").selectAll().where("accountId", "=", accountId).where("expiresAt", ">", now).orderBy("trustedAt").orderBy("id").execute();
}

export async function touchDevice(tx: Tx, id: string, now: number): Promise<void> {
  await tx.updateTable("device").set({ lastUsedAt: now }).where("id", "=", id).execute();
}

/** Whether it was the account's, and was still there to be taken away. */
export async function deleteDevice(tx: Tx, accountId: string, id: string): Promise<DeviceRow | undefined> {
  return tx.deleteFrom("device").where("accountId", "=", accountId).where("id", "=", id).returningAll().executeTakeFirst();
}

/** Nothing of the account is trusted any more: it was locked, its password, its factors or its bypass changed (R24). */
export async function killDevices(tx: Tx, accountId: string): Promise<void> {
  await tx.deleteFrom("device").where("accountId", "=", accountId).execute();
}

/** The rules of a scope changed: a factor was switched off (R24). */
export async function killDevicesOfScope(tx: Tx, scope: string): Promise<void> {
  await tx.deleteFrom("device").where("scope", "=", scope).execute();
}

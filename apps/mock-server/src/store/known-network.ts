import type { Tx } from "./transaction.ts";

const KEPT_MS = 90 * 86_400_000;

/** A login was completed from there. */
export async function rememberNetwork(tx: Tx, accountId: string, network: string, now: number): Promise<void> {
  await tx.deleteFrom("knownNetwork").where("accountId", "=", accountId).where("seenAt", "<=", now - KEPT_MS).execute();
  await tx
    .insertInto("knownNetwork")
    .values({ accountId, network, seenAt: now })
    .onConflict((conflict) => conflict.columns(["accountId", "network"]).doUpdateSet({ seenAt: now }))
    .execute();
}

/** Whether somebody who could sign in to the account did so from there in the last 90 days. */
export async function isKnownNetwork(tx: Tx, accountId: string, network: string, now: number): Promise<boolean> {
  const row = await tx.selectFrom("knownNetwork").select("seenAt").where("accountId", "=", accountId).where("network", "=", network).executeTakeFirst();
  return row !== undefined && row.seenAt > now - KEPT_MS;
}

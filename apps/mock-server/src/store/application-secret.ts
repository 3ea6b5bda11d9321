import type { Tx } from "./transaction.ts";

export async function listSecretMacs(tx: Tx, app: string): Promise<readonly string[]> {
  const rows = await tx.selectFrom("applicationSecret").select("mac").where("app", "=", app).execute();
  return rows.map(({ mac }) => mac);
}

/** Storing what is there already changes nothing. */
export async function insertSecretMac(tx: Tx, app: string, mac: string, now: number): Promise<void> {
  await tx.insertInto("applicationSecret").values({ app, mac, createdAt: now }).onConflict((conflict) => conflict.doNothing()).execute();
}

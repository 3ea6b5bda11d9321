import type { AuthingKeyTable } from "./tables/authing.ts";
import type { Tx } from "./transaction.ts";

type KeptKey = Omit<AuthingKeyTable, "id">;

export function findPasswordKey(tx: Tx): Promise<KeptKey | undefined> {
  return tx.selectFrom("authingKey").select(["publicKey", "privateKey", "createdAt"]).where("id", "=", "password").executeTakeFirst();
}

/** The key that is kept from now on: this one, or the one another server kept first. */
export async function keepPasswordKey(tx: Tx, key: KeptKey): Promise<KeptKey> {
  await tx
    .insertInto("authingKey")
    .values({ id: "password", ...key })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
  const kept = await findPasswordKey(tx);
  if (kept === undefined) throw new Error("No key for passwords stands in the store, though one was just kept.");
  return kept;
}

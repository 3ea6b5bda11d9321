import type { Binding } from "./schema.ts";
import type { Tx } from "./transaction.ts";

/** Everything bound to an account, in all scopes. The verified login addresses are not rows (R16a). */
export function listBindings(tx: Tx, accountId: string): Promise<Binding[]> {
  return tx.selectFrom("binding").selectAll().where("accountId", "=", accountId).orderBy("boundAt").orderBy("id").execute();
}

export async function insertBinding(tx: Tx, binding: Binding): Promise<void> {
  await tx.insertInto("binding").values(binding).execute();
}

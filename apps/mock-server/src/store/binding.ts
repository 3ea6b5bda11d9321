import type { Binding } from "./schema.ts";
import type { Tx } from "./transaction.ts";

/** Everything bound to an account, in all scopes. The verified login addresses are not rows (R16a). */
export function listBindings(tx: Tx, accountId: string): Promise<Binding[]> {
  return tx.selectFrom("binding").selectAll().where("accountId", "=", accountId).orderBy("boundAt").orderBy("id").execute();
}

export async function insertBinding(tx: Tx, binding: Binding): Promise<void> {
  await tx.insertInto("binding").values(binding).execute();
}

/** Whether it was the account's and was still there: whoever asks for another's finds nothing (S-29). */
export function deleteBinding(tx: Tx, accountId: string, id: string): Promise<Binding | undefined> {
  return tx.deleteFrom("binding").where("accountId", "=", accountId).where("id", "=", id).returningAll().executeTakeFirst();
}

/** One binding a factor and scope: the older one makes room (R16a). */
export async function deleteBindingOfFactor(tx: Tx, accountId: string, factor: string, scope: string): Promise<void> {
  await tx.deleteFrom("binding").where("accountId", "=", accountId).where("factor", "=", factor).where("scope", "=", scope).execute();
}

/** Whose bindings were removed. */
export async function deleteBindingsOfScope(tx: Tx, scope: string, factor: string): Promise<string[]> {
  const removed = await tx.deleteFrom("binding").where("scope", "=", scope).where("factor", "=", factor).returning("accountId").execute();
  return removed.map(({ accountId }) => accountId);
}

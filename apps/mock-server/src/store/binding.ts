import type { Insertable } from "kysely";
import type { Binding } from "./schema.ts";
import type { BindingTable } from "./tables/factor.ts";
import type { Tx } from "./transaction.ts";

/** Everything bound to an account, in all scopes. The verified login addresses are not rows (R16a). */
export function listBindings(tx: Tx, accountId: string): Promise<Binding[]> {
  return tx.selectFrom("binding").selectAll().where("accountId", "=", accountId).orderBy("boundAt").orderBy("id").execute();
}

export async function insertBinding(tx: Tx, binding: Insertable<BindingTable>): Promise<void> {
  await tx.insertInto("binding").values(binding).execute();
}

/** Accepts a TOTP step once, and only if it is later than the last one, whoever else tries it at the same time (S-16). `secret` is the row's, sealed anew under today's key. */
export async function takeStep(tx: Tx, id: string, step: number, secret: string | undefined): Promise<boolean> {
  const taken = await tx
    .updateTable("binding")
    .set({ lastStep: step, ...(secret === undefined ? {} : { secret }) })
    .where("id", "=", id)
    .where((where) => where.or([where("lastStep", "is", null), where("lastStep", "<", step)]))
    .returning("id")
    .executeTakeFirst();
  return taken !== undefined;
}

/** Its secret, sealed anew under today's key. */
export async function resealBinding(tx: Tx, id: string, secret: string): Promise<void> {
  await tx.updateTable("binding").set({ secret }).where("id", "=", id).execute();
}

/** Whether it was the account's and was still there: whoever asks for another's finds nothing (S-29). */
export function deleteBinding(tx: Tx, accountId: string, id: string): Promise<Binding | undefined> {
  return tx.deleteFrom("binding").where("accountId", "=", accountId).where("id", "=", id).returningAll().executeTakeFirst();
}

/** One binding a factor and scope: the older one makes room (R16a). */
export async function deleteBindingOfFactor(tx: Tx, accountId: string, factor: string, scope: string): Promise<void> {
  await tx.deleteFrom("binding").where("accountId", "=", accountId).where("factor", "=", factor).where("scope", "=", scope).execute();
}

/** Who has a factor bound in a scope, always in one order. */
export async function listAccountsOfScope(tx: Tx, scope: string, factor: string): Promise<string[]> {
  const rows = await tx.selectFrom("binding").select("accountId").distinct().where("scope", "=", scope).where("factor", "=", factor).orderBy("accountId").execute();
  return rows.map(({ accountId }) => accountId);
}

/** Whose bindings were removed. */
export async function deleteBindingsOfScope(tx: Tx, scope: string, factor: string): Promise<string[]> {
  const removed = await tx.deleteFrom("binding").where("scope", "=", scope).where("factor", "=", factor).returning("accountId").execute();
  return removed.map(({ accountId }) => accountId);
}

import type { MailTemplateTable } from "./tables/application.ts";
import type { Tx } from "./transaction.ts";

/** The template of a scope: an application's own, or `global` for all the others (R20). */
export function findMailTemplate(tx: Tx, scope: string): Promise<MailTemplateTable | undefined> {
  return tx.selectFrom("mailTemplate").selectAll().where("scope", "=", scope).executeTakeFirst();
}

export async function putMailTemplate(tx: Tx, row: MailTemplateTable): Promise<void> {
  const { scope: _, ...words } = row;
  await tx.insertInto("mailTemplate").values(row).onConflict((conflict) => conflict.column("scope").doUpdateSet(words)).execute();
}

export async function deleteMailTemplate(tx: Tx, scope: string): Promise<void> {
  await tx.deleteFrom("mailTemplate").where("scope", "=", scope).execute();
}

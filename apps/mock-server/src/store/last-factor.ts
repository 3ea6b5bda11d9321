import type { Factor } from "@guard/contract";
import type { Tx } from "./transaction.ts";

export async function rememberFactor(tx: Tx, accountId: string, app: string, factor: Factor): Promise<void> {
  await tx
    .insertInto("lastFactor")
    .values({ accountId, app, factor })
    .onConflict((conflict) => conflict.columns(["accountId", "app"]).doUpdateSet({ factor }))
    .execute();
}

/** The factor that completed the account's last login to an application, if one did (R13). */
export async function findLastFactor(tx: Tx, accountId: string, app: string): Promise<string | undefined> {
  const row = await tx.selectFrom("lastFactor").select("factor").where("accountId", "=", accountId).where("app", "=", app).executeTakeFirst();
  return row?.factor;
}

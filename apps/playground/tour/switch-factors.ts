import type { Factor } from "@guard/contract";
import { openSqliteStore } from "../../mock-server/src/node/sqlite-store.ts";
import { dropFactor } from "../../mock-server/src/policy/switch-off.ts";
import { transact } from "../../mock-server/src/store/transaction.ts";

/**
 * An administrator's "Save" (R19), in the database of a running server: an application asks for these factors, and what was
 * bound to one that it no longer asks for is dropped. The server has no route for it, so its own function is called beside it.
 */
export async function switchFactors(databaseUrl: string, app: string, factors: readonly Factor[], off: readonly Factor[] = []): Promise<void> {
  const store = await openSqliteStore(databaseUrl, "development");
  await transact(store, async (tx) => {
    await tx.updateTable("application").set({ factors: JSON.stringify(factors) }).where("id", "=", app).execute();
    for (const factor of off) await dropFactor(tx, app, factor);
  });
  await store.close();
}

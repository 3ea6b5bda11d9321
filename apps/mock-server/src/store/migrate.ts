import { Migrator } from "kysely/migration";
import type { Store } from "../ports.ts";
import { migrations } from "./migrations/index.ts";

/** Brings the database to the newest shape. Run it before the first request, in every process. */
export async function migrate(store: Store): Promise<void> {
  const migrator = new Migrator({ db: store.db, provider: { getMigrations: () => Promise.resolve({ ...migrations }) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error instanceof Error ? error : new Error("The database could not be migrated.", { cause: error });
}

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate, type Store } from "../../app.ts";
import { openSqliteStore } from "../sqlite-store.ts";

export interface StoreFile {
  readonly databaseUrl: string;
  readonly store: Store;
  /** Closes it and takes its folder away. */
  remove(): Promise<void>;
}

/** A SQLite file of its own with empty tables, for a test and the processes that it starts. */
export async function createStoreFile(): Promise<StoreFile> {
  const folder = mkdtempSync(join(tmpdir(), "guard-store-"));
  const databaseUrl = `file:${join(folder, "guard.sqlite")}`;
  const store = await openSqliteStore(databaseUrl, "development");
  await migrate(store);
  const remove = async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  };
  return { databaseUrl, store, remove };
}

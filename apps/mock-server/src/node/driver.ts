import { StartError, systemCode } from "./start-error.ts";

/** Loads a database's driver, which a host installs only when it needs it. Throws a `StartError` that says how to get it. */
export async function importDriver<T>(database: string, name: string, load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    if (systemCode(error) !== "ERR_MODULE_NOT_FOUND") throw error;
    throw new StartError(`DATABASE_URL names ${database}, whose driver is not installed; run: npm install ${name}`, { cause: error });
  }
}

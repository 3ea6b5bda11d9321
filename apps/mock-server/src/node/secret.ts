import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { sqlitePath } from "./sqlite-store.ts";
import { StartError, systemCode } from "./start-error.ts";

/** Fewer bytes than this can be guessed (S-60). */
const MIN_SECRET_BYTES = 32;

/** The bytes of a GUARD_SECRET, which is taken as it is written. */
export function readSecret(text: string): Uint8Array {
  const secret = new TextEncoder().encode(text);
  if (secret.length < MIN_SECRET_BYTES) {
    throw new StartError(`GUARD_SECRET has ${secret.length} bytes and needs at least ${MIN_SECRET_BYTES}; make one with: openssl rand -base64 48`);
  }
  return secret;
}

/**
 * The secret of a development server: made once and kept beside its database, readable by its owner only, so that
 * codes and sessions survive a restart; beside PostgreSQL it lies under .data, so servers on two machines are given GUARD_SECRET. A database in memory gets one that is forgotten with it.
 */
export function developmentSecret(databaseUrl: string): Uint8Array {
  const path = databaseUrl.startsWith("file:") ? sqlitePath(databaseUrl) : ".data/postgres";
  const fresh = Buffer.from(crypto.getRandomValues(new Uint8Array(MIN_SECRET_BYTES))).toString("base64url");
  return readSecret(path === ":memory:" ? fresh : keep(join(dirname(path), "secret"), fresh));
}

/** The text of a file, written first when it is not there. Two servers that start at once agree on the first one's. */
function keep(file: string, fresh: string): string {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    if (!existsSync(file)) writeFileSync(file, fresh, { flag: "wx", mode: 0o600 });
  } catch (error) {
    // Somebody else's file appeared in between: theirs is the secret then. A folder that is a file is no such case.
    if (systemCode(error) !== "EEXIST" || !existsSync(file)) throw unwritable(file, error);
  }
  return readFileSync(file, "utf8");
}

const unwritable = (file: string, cause: unknown) =>
  new StartError(`${file} can't be written (${systemCode(cause) ?? "unknown reason"}); make its folder writable, or set DATABASE_URL to a place that is.`, { cause });

import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterEach, beforeEach, expect, it } from "vitest";
import { developmentSecret, readSecret } from "./secret.ts";
import { openSqliteStore } from "./sqlite-store.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "guard-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

it("makes a development secret once, for its owner's eyes only", () => {
  const url = `file:${join(folder, "data", "guard.sqlite")}`;
  const first = developmentSecret(url);
  expect(developmentSecret(url)).toEqual(first);
  expect(first.length).toBeGreaterThanOrEqual(32);
  expect(statSync(join(folder, "data", "secret")).mode & 0o777).toBe(0o600);
});

it("refuses a secret of fewer than 32 bytes, written or kept", () => {
  expect(() => readSecret("x".repeat(31))).toThrow("GUARD_SECRET has 31 bytes and needs at least 32");
  expect(readSecret("ü".repeat(16))).toHaveLength(32);
});

it("forgets the secret of a database in memory", () => {
  expect(developmentSecret("file::memory:")).not.toEqual(developmentSecret("file::memory:"));
});

it("opens SQLite with WAL, a busy timeout of 5 s and foreign keys; FULL in production, NORMAL in development", async () => {
  const pragma = async (environment: "development" | "production", name: string) => {
    const store = await openSqliteStore(`file:${join(folder, "guard.sqlite")}`, environment);
    const { rows } = await sql.raw<Record<string, unknown>>(`pragma ${name}`).execute(store.db);
    await store.close();
    return Object.values(rows[0] ?? {})[0];
  };
  expect(await pragma("development", "journal_mode")).toBe("wal");
  expect(await pragma("development", "busy_timeout")).toBe(5_000);
  expect(await pragma("development", "foreign_keys")).toBe(1);
  expect(await pragma("development", "synchronous")).toBe(1);
  expect(await pragma("production", "synchronous")).toBe(2);
});

it("says in one sentence that a place can't be written", async () => {
  const file = join(folder, "a-file");
  writeFileSync(file, "");
  await expect(openSqliteStore(`file:${join(file, "guard.sqlite")}`, "development")).rejects.toThrow(/can't be written \(\w+\); set DATABASE_URL/);
  expect(() => developmentSecret(`file:${join(file, "guard.sqlite")}`)).toThrow(/can't be written/);
  expect(readFileSync(file, "utf8")).toBe("");
});

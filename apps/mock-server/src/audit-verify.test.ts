import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import Sqlite from "better-sqlite3";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startServer } from "./node/index.ts";

const folder = mkdtempSync(join(tmpdir(), "guard-audit-"));
const file = join(folder, "guard.sqlite");
afterAll(() => rmSync(folder, { recursive: true }));

interface Said {
  readonly code: number;
  readonly text: string;
}

/** Runs the command as a person does. */
async function check(databaseUrl: string, ...args: string[]): Promise<Said> {
  const run = promisify(execFile)(process.execPath, [join(import.meta.dirname, "audit-verify.ts"), ...args], { env: { ...process.env, DATABASE_URL: databaseUrl } });
  return run.then(
    ({ stdout }) => ({ code: 0, text: stdout }),
    (failed: { code: number; stdout: string; stderr: string }) => ({ code: failed.code, text: failed.stdout + failed.stderr }),
  );
}

const signIn = (url: string) => fetch(`${url}/api/v1/sign-in`, { method: "POST", headers: { "Content-Type": "application/json", "User-Agent": "a browser" }, body: JSON.stringify({ app: "demo", identifier: "nobody", password: "x" }) });

beforeAll(async () => {
  const server = await startServer({ databaseUrl: `file:${file}` });
  for (let turn = 0; turn < 3; turn += 1) await signIn(server.url);
  await server.close();
});

it("says that the audit is whole, and takes what it printed as the anchor of its next run", async () => {
  const whole = await check(`file:${file}`);
  expect(whole).toEqual({ code: 0, text: expect.stringMatching(/^The audit is whole: 3 rows\. .* --anchor 3:[\w-]{43}\n$/) });
  const anchor = /--anchor (\S+)/.exec(whole.text)?.[1] ?? "";
  expect((await check(`file:${file}`, "--anchor", anchor)).code).toBe(0);
  expect(await check(`file:${file}`, "--anchor", anchor.replace("3:", "4:"))).toEqual({ code: 1, text: "The audit ends before row 4: rows were cut off at its end.\n" });
  expect(await check(`file:${file}`, "--anchor", `2:${"x".repeat(43)}`)).toMatchObject({ code: 1, text: expect.stringMatching(/^Row 2 .* written anew\.\n$/) });
}, 30_000);

it("says which row is wrong", async () => {
  const database = new Sqlite(file);
  expect(database.prepare("select ip, country, userAgent from audit where seq = 2").get()).toEqual({ ip: "127.0.0.1", country: "unknown", userAgent: "a browser" });
  database.exec('drop trigger "auditNoupdate"; update audit set ip = \'203.0.113.9\' where seq = 2');
  database.close();
  expect(await check(`file:${file}`)).toEqual({ code: 1, text: "Row 2 of the audit is not what was written after row 1: one of the two was changed or moved.\n" });
}, 30_000);

it("does not call whole what is not there", async () => {
  new Sqlite(join(folder, "empty.sqlite")).exec("create table x (y)").close();
  expect(await check(`file:${join(folder, "none.sqlite")}`)).toMatchObject({ code: 2, text: expect.stringContaining("There is no database") });
  expect(await check(`file:${join(folder, "empty.sqlite")}`)).toMatchObject({ code: 2, text: expect.stringContaining("has no audit") });
  expect(await check(`file:${file}`, "--anchor", "3")).toMatchObject({ code: 2, text: expect.stringContaining("is not understood") });
  expect(await check(`file:${file}`, "--ancor", "3")).toMatchObject({ code: 2, text: expect.stringContaining("--ancor") });
}, 30_000);

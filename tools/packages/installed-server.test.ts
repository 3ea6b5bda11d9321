import { execFile } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { installServer } from "./install.ts";

const run = promisify(execFile);

describe("the packed server in Node, outside of the workspace, installed by npm with better-sqlite3 and without pg", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await installServer(inject("tarballs"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** What a program says that starts the server and asks for its health, or the sentence it could not start for. */
  async function start(databaseUrl: string): Promise<string> {
    const program = `
      import { startServer } from "@guard/mock-server/node";
      try {
        const server = await startServer({ databaseUrl: ${JSON.stringify(databaseUrl)}, secret: "0123456789abcdef0123456789abcdef" });
        const body = { app: "demo-open", identifier: "email-user", password: "Guard-demo-2026!" };
        const answer = await fetch(server.url + "/api/v1/sign-in", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
        console.log((await answer.json()).status);
        await server.close();
      } catch (error) {
        console.log(error.name + ": " + error.message);
      }`;
    const { stdout } = await run(process.execPath, ["--input-type=module", "--eval", program], { cwd: folder });
    return stdout.trim();
  }
  const has = (name: string): boolean => existsSync(join(folder, "node_modules", name));

  it("signs somebody in", async () => {
    expect([has("better-sqlite3"), has("pg")]).toEqual([true, false]);
    expect(await start("file:data/guard.sqlite")).toBe("done");
  });

  it("says what to install when DATABASE_URL names PostgreSQL", async () => {
    expect(await start("postgres://guard@127.0.0.1:1/guard")).toBe("StartError: DATABASE_URL names PostgreSQL, whose driver is not installed; run: npm install pg");
  });

  it("loads no SQLite where PostgreSQL is named, and says what to install where SQLite is", async () => {
    rmSync(join(folder, "node_modules", "better-sqlite3"), { recursive: true });
    expect(await start("postgres://guard@127.0.0.1:1/guard")).toContain("npm install pg");
    expect(await start("file::memory:")).toBe("StartError: DATABASE_URL names SQLite, whose driver is not installed; run: npm install better-sqlite3");
  });
});

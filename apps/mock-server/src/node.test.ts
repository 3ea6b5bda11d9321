import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

// Processes start and end here, on a machine that may have others to run.
vi.setConfig({ testTimeout: 30_000 });

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "guard-start-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The server as a process of its own, in an empty folder. */
function start(env: Record<string, string>) {
  const { NODE_ENV: _, ...inherited } = process.env;
  const child = spawn(process.execPath, [join(import.meta.dirname, "node.ts")], { cwd: folder, env: { ...inherited, PORT: "0", LOG_LEVEL: "silent", ...env } });
  const ended = once(child, "exit").then(([code]) => code as number | null);
  return { child, ended, stderr: text(child.stderr) };
}

async function startListening(env: Record<string, string> = {}) {
  const { child, ended, stderr } = start(env);
  const [chunk] = (await once(child.stdout, "data")) as [Buffer];
  const [, url] = /^listening (http:\/\/127\.0\.0\.1:\d+)\n$/.exec(chunk.toString()) ?? [];
  if (url === undefined) throw new Error(`Instead of an address it printed: ${chunk.toString()}`);
  return { child, ended, url, stderr };
}

/** The statuses /readyz answers, each new one once, until nobody listens any more. */
async function readinessUntilGone(url: string): Promise<Set<number>> {
  const seen = new Set<number>();
  for (;;) {
    const status = await fetch(`${url}/readyz`).then(
      (response) => response.status,
      () => undefined,
    );
    if (status === undefined) return seen;
    seen.add(status);
  }
}

it("takes any free port for PORT=0, prints the real one, and serves", async () => {
  const { child, ended, url } = await startListening();
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  child.kill("SIGTERM");
  expect(await ended).toBe(0);
});

it("keeps its data and its secret under .data, so that a restart knows them", async () => {
  const first = await startListening();
  first.child.kill("SIGINT");
  expect(await first.ended).toBe(0);
  const second = await startListening();
  expect((await fetch(`${second.url}/readyz`)).status).toBe(200);
  second.child.kill("SIGTERM");
  expect(await second.ended).toBe(0);
});

it("on SIGTERM says 503 first, finishes what is in flight, and ends with 0 (S-59)", async () => {
  const { child, ended, url } = await startListening({ DATABASE_URL: "file::memory:" });
  const body = JSON.stringify({ app: "demo-open", identifier: "email-user", password: "Guard-demo-2026!" });
  const inFlight = request(`${url}/api/v1/sign-in`, { method: "POST", headers: { "Content-Type": "application/json", "Content-Length": body.length } });
  const answered = once(inFlight, "response");
  inFlight.write(body.slice(0, 10));
  await fetch(`${url}/healthz`);
  child.kill("SIGTERM");
  expect(await readinessUntilGone(url)).toContain(503);
  inFlight.end(body.slice(10));
  const [response] = await answered;
  expect(JSON.parse(await text(response))).toMatchObject({ status: "done" });
  expect(await ended).toBe(0);
});

it("logs requests and never a password, a code or a token (S-15)", async () => {
  const { child, ended, url, stderr } = await startListening({ DATABASE_URL: "file::memory:", LOG_LEVEL: "debug" });
  const post = async (path: string, body: object, token = "") => {
    const headers = { "Content-Type": "application/json", Authorization: `Bearer ${token}` };
    return (await fetch(`${url}${path}`, { method: "POST", headers, body: JSON.stringify(body) })).json() as Promise<{ challenge: { token: string }; session: { token: string } }>;
  };
  const { challenge } = await post("/api/v1/sign-in", { app: "demo", identifier: "email-user", password: "Guard-demo-2026!" });
  await post("/api/v1/challenge/send", { factor: "email", trigger: "auto" }, challenge.token);
  const { messages } = (await (await fetch(`${url}/dev/outbox?to=email-user@example.com`)).json()) as { messages: { code: string }[] };
  const code = messages[0]?.code ?? "";
  const { session } = await post("/api/v1/challenge/verify", { factor: "email", code }, challenge.token);
  child.kill("SIGTERM");
  await ended;
  const logged = await stderr;
  expect(logged).toContain('"path":"/api/v1/challenge/verify","status":200');
  for (const secret of ["Guard-demo-2026!", code, challenge.token, session.token, "email-user"]) expect(logged).not.toContain(secret);
});

describe("a start that fails says one sentence and ends with 1", () => {
  const refusal = async (env: Record<string, string>) => {
    const { ended, stderr } = start(env);
    const [code, said] = await Promise.all([ended, stderr]);
    return { code, lines: said.trimEnd().split("\n") };
  };

  it("for a port that is taken", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as AddressInfo;
    expect(await refusal({ PORT: String(port) })).toEqual({ code: 1, lines: [`Port ${port} is taken; set PORT to a free one, or to 0 for any.`] });
    other.close();
  });

  it("for a .data that can't be written", async () => {
    writeFileSync(join(folder, ".data"), "a file in the way");
    const { code, lines } = await refusal({});
    expect(code).toBe(1);
    expect(lines).toEqual([expect.stringMatching(/^\.data.* can't be written \(\w+\); .*DATABASE_URL/)]);
  });

  it("for a GUARD_SECRET that is too short", async () => {
    expect(await refusal({ GUARD_SECRET: "short" })).toEqual({ code: 1, lines: [expect.stringContaining("GUARD_SECRET has 5 bytes and needs at least 32")] });
  });

  it("for a HOST that others can reach", async () => {
    expect(await refusal({ HOST: "0.0.0.0" })).toEqual({ code: 1, lines: [expect.stringContaining("set GUARD_ENV=development if that is meant")] });
  });

  it("for NODE_ENV=production without GUARD_ENV", async () => {
    expect(await refusal({ NODE_ENV: "production" })).toEqual({ code: 1, lines: [expect.stringContaining("GUARD_ENV is not set")] });
  });
});

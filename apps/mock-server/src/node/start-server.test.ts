import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, describe, expect, it } from "vitest";
import { DEMO_PASSWORD } from "../development/data.ts";
import { startServer, StartError, type RunningServer, type StartOptions } from "./index.ts";
import { openScriptedHttp } from "./testing/scripted-http.ts";

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

async function start(options: StartOptions = {}): Promise<RunningServer> {
  const server = await startServer(options);
  closing.push(() => server.close());
  return server;
}

/** What production needs, on an empty database of its own. */
function production(): StartOptions {
  const folder = mkdtempSync(join(tmpdir(), "guard-production-"));
  closing.push(() => rmSync(folder, { recursive: true }));
  return { environment: "production", secret: "0123456789abcdef0123456789abcdef", smtpUrl: "smtp://127.0.0.1:1", smsUrl: "off", databaseUrl: `file:${join(folder, "guard.sqlite")}` };
}

const post = (url: string, body: object, headers: Record<string, string> = {}) =>
  fetch(url, { method: "POST", headers: { "Content-Type": "application/json", ...headers }, body: JSON.stringify(body) });

it("logs in over HTTP with a code that came by SMTP, seen in the inbox", async () => {
  const { url } = await start();
  const credentials = { app: "demo", identifier: "email-user", password: DEMO_PASSWORD };
  const { challenge } = (await (await post(`${url}/api/v1/sign-in`, credentials)).json()) as { challenge: { token: string } };
  const headers = { Authorization: `Bearer ${challenge.token}` };
  await post(`${url}/api/v1/challenge/send`, { factor: "email", trigger: "auto" }, headers);
  const outbox = (await (await fetch(`${url}/dev/outbox?to=email-user@example.com`)).json()) as { messages: { code: string }[] };
  const done = await post(`${url}/api/v1/challenge/verify`, { factor: "email", code: outbox.messages[0]?.code }, headers);
  expect(await done.json()).toMatchObject({ status: "done", session: { user: { username: "email-user" } } });
});

it("answers 1 MB at sign-in and at verify with 413, counts nothing, and takes the right ones after it (S-57)", async () => {
  const { url } = await start();
  const long = "1".repeat(1024 * 1024);
  const credentials = { app: "demo-totp", identifier: "totp-user", password: DEMO_PASSWORD };
  const seen = [await post(`${url}/api/v1/sign-in`, { ...credentials, password: long }), await post(`${url}/api/v1/sign-in`, { ...credentials, identifier: long })];
  const { challenge } = (await (await post(`${url}/api/v1/sign-in`, credentials)).json()) as { challenge: { token: string } };
  const headers = { Authorization: `Bearer ${challenge.token}` };
  const verify = (code: string) => post(`${url}/api/v1/challenge/verify`, { factor: "totp", code }, headers);
  // More than the six wrong ones that lock (R11).
  for (let turn = 0; turn < 7; turn += 1) seen.push(await verify(long));
  for (const refused of seen) {
    expect(refused.status).toBe(413);
    expect(await refused.json()).toMatchObject({ code: "validation_failed" });
  }
  const { code } = (await (await fetch(`${url}/dev/totp?user=totp-user`)).json()) as { code: string };
  expect(await (await verify(code)).json()).toMatchObject({ status: "done" });
});

it("shows codes by SMS in the outbox beside the mails, and turns SMS off when it is told to", async () => {
  const [{ url }, off] = [await start(), await start({ smsUrl: "off" })];
  await post(`${url}/api/v1/sign-in/code`, { app: "demo", identifier: "email-user@example.com" });
  await post(`${url}/api/v1/sign-in/code`, { app: "demo", identifier: "+8613800138000" });
  await expect.poll(async () => ((await (await fetch(`${url}/dev/outbox`)).json()) as { messages: object[] }).messages.length).toBe(2);
  const { messages } = (await (await fetch(`${url}/dev/outbox?to=${encodeURIComponent("+8613800138000")}`)).json()) as { messages: object[] };
  expect(messages).toMatchObject([{ channel: "sms", to: "+8613800138000", code: expect.stringMatching(/^\d{6}$/), subject: "Guard Demo" }]);
  expect((await post(`${off.url}/api/v1/sign-in/code`, { app: "demo", identifier: "+8613800138000" })).status).toBe(409);
});

it("sends codes by SMS to the webhook it is given", async () => {
  const provider = await openScriptedHttp(200);
  closing.push(() => provider.close());
  const { url, outbox, close } = await start({ smsUrl: `${provider.url}/sms`, smsSecret: `whsec_${btoa("y".repeat(32))}` });
  await post(`${url}/api/v1/sign-in/code`, { app: "demo", identifier: "+8613800138000" });
  // What was not waited for is done before the server is closed.
  await close();
  expect(provider.requests).toMatchObject([{ path: "/sms", body: expect.stringContaining('"to":"+8613800138000"') }]);
  expect(outbox()).toEqual([]);
});

it("moves its clock by POST /dev/clock", async () => {
  const { url } = await start();
  const before = Date.now();
  const answer = (await (await post(`${url}/dev/clock`, { advanceMs: 3_600_000 })).json()) as { now: number };
  expect(answer.now).toBeGreaterThanOrEqual(before + 3_600_000);
});

it("has no /dev in production, no demo users, and no inbox", async () => {
  const server = await start(production());
  expect((await fetch(`${server.url}/dev/outbox`)).status).toBe(404);
  expect(server.outbox()).toEqual([]);
  const answer = await post(`${server.url}/api/v1/sign-in`, { app: "demo", identifier: "email-user", password: DEMO_PASSWORD });
  expect(answer.ok).toBe(false);
});

it("serves Authing's clients in development, and in production where that is written", async () => {
  const keyOf = async ({ url }: RunningServer) => (await fetch(`${url}/api/v2/.well-known`)).status;
  expect([await keyOf(await start()), await keyOf(await start({ authingRoutes: false }))]).toEqual([200, 404]);
  expect([await keyOf(await start(production())), await keyOf(await start({ ...production(), authingRoutes: true }))]).toEqual([404, 200]);
});

it("writes the caller's address into the audit as the socket has it, whatever headers say", async () => {
  const folder = mkdtempSync(join(tmpdir(), "guard-ip-"));
  closing.push(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "guard.sqlite");
  const { url } = await start({ databaseUrl: `file:${file}` });
  await post(`${url}/api/v1/sign-in`, { app: "demo", identifier: "email-user", password: DEMO_PASSWORD }, { "X-Forwarded-For": "203.0.113.9", Forwarded: "for=203.0.113.9" });
  const database = new Database(file, { readonly: true });
  closing.push(() => database.close());
  expect(database.prepare("select distinct ip from audit").all()).toEqual([{ ip: "127.0.0.1" }]);
});

it.each(["not-an-address", "203.0.113.9, ,", "\"><script>", ",,,", "::::", "unknown"])("asks for the password and for the code whatever stands in X-Forwarded-For, behind a proxy that it trusts: %j (bypass 42)", async (rubbish) => {
  const { url, outbox } = await start({ trustedProxies: ["127.0.0.1/32"] });
  const headers = { "X-Forwarded-For": rubbish };
  const credentials = { app: "demo-email", identifier: "email-user", password: DEMO_PASSWORD };
  expect((await post(`${url}/api/v1/sign-in`, { ...credentials, password: "wrong" }, headers)).status).toBe(401);
  const { challenge } = (await (await post(`${url}/api/v1/sign-in`, credentials, headers)).json()) as { challenge: { token: string } };
  const withToken = { ...headers, Authorization: `Bearer ${challenge.token}` };
  await post(`${url}/api/v1/challenge/send`, { factor: "email", trigger: "auto" }, withToken);
  const code = outbox()[0]?.code ?? "";
  expect((await post(`${url}/api/v1/challenge/verify`, { factor: "email", code: code === "000000" ? "000001" : "000000" }, withToken)).status).toBe(422);
  expect((await post(`${url}/api/v1/challenge/verify`, { factor: "email", code }, withToken)).status).toBe(200);
});

it("lets go of everything when it is closed, and closing again is the same end", async () => {
  const server = await start();
  await Promise.all([server.close(), server.close()]);
  await expect(fetch(`${server.url}/healthz`)).rejects.toThrow("fetch failed");
});

it("lets go of everything when it can't start", async () => {
  const first = await start();
  const folder = mkdtempSync(join(tmpdir(), "guard-taken-"));
  closing.push(() => rmSync(folder, { recursive: true }));
  const options = { databaseUrl: `file:${join(folder, "guard.sqlite")}`, port: Number(new URL(first.url).port) };
  await expect(startServer(options)).rejects.toBeInstanceOf(StartError);
  const second = await start({ ...options, port: 0 });
  expect((await fetch(`${second.url}/readyz`)).status).toBe(200);
});

describe("production (S-60)", () => {
  it.each([
    [{ secret: undefined }, "GUARD_SECRET is missing"],
    [{ smtpUrl: undefined }, "SMTP_URL is missing"],
    [{ smsUrl: undefined }, "SMS_URL is missing"],
    [{ databaseUrl: "file::memory:" }, "in memory"],
  ])("does not start with %j, also when a program starts it", async (changes, words) => {
    await expect(startServer({ ...production(), ...changes } as StartOptions)).rejects.toThrow(words);
  });

  it("does not start on a database that development filled", async () => {
    const options = production();
    const development = await startServer({ ...options, environment: "development" });
    await development.close();
    await expect(startServer(options)).rejects.toThrow("holds the demo user admin, whose password is public");
  });

  it("goes on from the newest record when the machine's clock was set back, and asks when it is off by more than a day (S-58)", async () => {
    const options = production();
    await (await startServer(options)).close();
    const record = (ahead: number) => {
      const database = new Database((options.databaseUrl ?? "").slice("file:".length));
      const row = { at: Date.now() + ahead, id: String(ahead) };
      database.prepare("insert into audit (seq, hash, at, event, result, ip, country, requestId) select max(seq) + 1, '', @at, 'sign_out', 'success', '', '', @id from (select seq from audit union select 0)").run(row);
      database.close();
    };
    record(3_600_000);
    const server = await start(options);
    const { now } = (await (await fetch(`${server.url}/healthz`)).json()) as { now: number };
    expect(now).toBeGreaterThan(Date.now() + 3_590_000);
    await server.close();
    record(49 * 3_600_000);
    await expect(startServer(options)).rejects.toThrow("2 days ahead of this machine's clock");
  });
});

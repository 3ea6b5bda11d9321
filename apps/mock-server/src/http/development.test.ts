import Sqlite from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { challengeOf, sessionOf, verifyApp } from "../testing/login.ts";
import { createRig, readAnswer } from "../testing/rig.ts";
import type { Rig } from "../testing/rig.ts";
import type { OutboxMessage } from "./development.ts";

const message: OutboxMessage = { channel: "email", to: "<jane>@example.com", code: "123456", subject: "<script>alert(1)</script>", text: "Your code:\n\n123456", html: "<p>123456</p>", at: 1_800_000_000_000 };

async function withTools(environment: "development" | "production" = "development"): Promise<Rig> {
  let rig: Rig | undefined;
  rig = await createRig(new Sqlite(":memory:"), {
    environment,
    dev: { outbox: (to) => Promise.resolve(to === undefined || to === message.to ? [message] : []), advanceClock: (ms) => rig?.advance(ms) },
  });
  return rig;
}

const get = async (path: string, headers: Record<string, string> = {}, host = "http://127.0.0.1:4600") => (await withTools()).app.fetch(new Request(host + path, { headers }));

describe("a demo user's phone", () => {
  it.each(["totp-user", "all-factors"])("shows the code of now, which signs %s in", async (user) => {
    const rig = await withTools();
    const { status, body } = await readAnswer(await rig.app.fetch(new Request(`http://127.0.0.1:4600/dev/totp?user=${user}`)));
    expect(status).toBe(200);
    expect(body).toEqual({ code: expect.stringMatching(/^\d{6}$/), expiresAt: expect.any(Number), now: rig.ports.clock.now() });
    expect(Number(body["expiresAt"]) - rig.ports.clock.now()).toBeLessThanOrEqual(30_000);
    sessionOf(await verifyApp(rig, (await challengeOf(rig, "demo-totp", user)).token, String(body["code"])));
  });

  it.each(["email-user", "nobody", ""])("is not there for %j", async (user) => {
    expect((await get(`/dev/totp?user=${user}`)).status).toBe(404);
  });

  it("does not exist in production", async () => {
    expect((await (await withTools("production")).app.fetch(new Request("http://127.0.0.1:4600/dev/totp?user=totp-user"))).status).toBe(404);
  });
});

describe("the outbox", () => {
  it("lists what was sent as JSON", async () => {
    expect(await readAnswer(await get("/dev/outbox"))).toMatchObject({ status: 200, body: { messages: [message] } });
    expect(await readAnswer(await get("/dev/outbox?to=nobody@example.com", { accept: "application/json" }))).toMatchObject({ body: { messages: [] } });
  });

  it("is a page for a browser, with everything escaped and no script allowed", async () => {
    const response = await get("/dev/outbox", { accept: "text/html,application/xhtml+xml,application/json;q=0.9" });
    expect(response.headers.get("content-security-policy")).toBe("default-src 'none'; style-src 'unsafe-inline'");
    const page = await response.text();
    expect(page).toContain("123456");
    expect(page).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(page).not.toMatch(/<script|<jane>/);
  });
});

describe("the clock", () => {
  const advance = (rig: Rig, body: unknown) =>
    rig.app.fetch(new Request("http://localhost/dev/clock", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) }));

  it("moves forward by what is asked", async () => {
    const rig = await withTools();
    const now = rig.ports.clock.now();
    expect(await readAnswer(await advance(rig, { advanceMs: 3_600_000 }))).toMatchObject({ status: 200, body: { now: now + 3_600_000 } });
  });

  it.each([{ advanceMs: -1 }, { advanceMs: 1.5 }, { advanceMs: "1" }, { advanceMs: 1e15 }, {}, { advanceMs: 1, to: 2 }])("refuses %j", async (body) => {
    expect((await advance(await withTools(), body)).status).toBe(422);
  });
});

describe("/dev/* is for this machine only (S-60)", () => {
  it.each(["http://127.0.0.1:4600", "http://localhost:4600", "http://[::1]:4600"])("open at %s", async (host) => {
    expect((await get("/dev/outbox", {}, host)).status).toBe(200);
  });

  it.each(["http://evil.example:4600", "http://127.0.0.1.evil.example", "http://192.168.0.7:4600"])("closed at %s, a name that may have been rebound", async (host) => {
    expect((await get("/dev/outbox", {}, host)).status).toBe(403);
  });

  it("closed to pages of other origins, open to listed ones and its own", async () => {
    expect((await get("/dev/outbox", { origin: "http://evil.example" })).status).toBe(403);
    expect((await get("/dev/outbox", { origin: "null" })).status).toBe(403);
    expect((await get("/dev/outbox", { origin: "http://localhost:5173" })).status).toBe(200);
    expect((await get("/dev/outbox", { origin: "http://127.0.0.1:4600" })).status).toBe(200);
  });

  it("does not exist in production", async () => {
    const rig = await withTools("production");
    for (const path of ["/dev/outbox", "/dev/clock", "/dev/identity-source"]) {
      for (const method of ["GET", "POST"]) expect((await rig.app.fetch(new Request(`http://localhost${path}`, { method }))).status).toBe(404);
    }
  });
});

import { BASE_PATH, hostEndpoints, SessionStatus } from "@guard/contract";
import Sqlite from "better-sqlite3";
import { beforeEach, describe, expect, it } from "vitest";
import * as v from "valibot";
import { demoSecret, issueApplicationSecret } from "../hosts/application-secret.ts";
import { challengeOf, signInFully } from "../testing/login.ts";
import { createRig, readAnswer } from "../testing/rig.ts";
import type { Answer, Rig } from "../testing/rig.ts";

let rig: Rig;
beforeEach(async () => {
  rig = await createRig(new Sqlite(":memory:"));
});

const url = `http://localhost${BASE_PATH}${hostEndpoints.verifySession.path}`;
const basic = (app: string, secret: string) => `Basic ${Buffer.from(`${app}:${secret}`).toString("base64")}`;
const ours = basic("demo-email", demoSecret("demo-email"));

async function ask(token: unknown, authorization = ours, headers: Record<string, string> = {}, of = rig): Promise<Answer> {
  const body = JSON.stringify({ token });
  return readAnswer(await of.app.fetch(new Request(url, { method: "POST", headers: { "content-type": "application/json", authorization, ...headers }, body })));
}

const inactive = () => ({ active: false, now: rig.ports.clock.now() });

describe("a host's backend that asks about a session", () => {
  it("hears whose it is, for which application, since when, how proven and until when", async () => {
    const session = await signInFully(rig);
    const { status, body, headers } = await ask(session.token);
    expect(status).toBe(200);
    expect(body).toEqual({
      active: true, sub: session.user.id, app: "demo-email", authTime: session.authTime, amr: ["pwd", "otp", "mfa"], exp: Math.floor(session.expiresAt / 1000), now: rig.ports.clock.now(),
    });
    expect(v.parse(SessionStatus, body)).toEqual(body);
    expect(headers.get("cache-control")).toBe("no-store");
  });

  it("hears one and the same of a session that is unknown, signed out, over, of another application, or no session at all", async () => {
    const { token: challenge } = await challengeOf(rig, "demo-email", "new-user");
    const { token } = await signInFully(rig);
    for (const other of ["gs_unknown", "x", challenge, token.slice(3), `${token}x`]) expect((await ask(other)).body).toEqual(inactive());
    expect((await ask(token, basic("demo", demoSecret("demo")))).body).toEqual(inactive());
    expect((await ask(token)).body).toMatchObject({ active: true });
    await rig.call("signOut", {}, { token });
    expect((await ask(token)).body).toEqual(inactive());
    const second = await signInFully(rig);
    rig.advance(12 * 3_600_000);
    expect((await ask(second.token)).body).toEqual(inactive());
  });

  it("learns nothing more by asking again, and asking ends nothing", async () => {
    const { token } = await signInFully(rig);
    expect((await ask(token)).body).toEqual((await ask(token)).body);
    expect((await rig.call("session", {}, { token })).status).toBe(200);
  });
});

describe("whoever is no host's backend", () => {
  it.each([
    ["nothing", ""],
    ["a wrong secret", basic("demo-email", "demo-secret-demo")],
    ["an unknown application", basic("nowhere", "demo-secret-nowhere")],
    ["no secret", basic("demo-email", "")],
    ["no colon", `Basic ${btoa("demo-email")}`],
    ["no base64", "Basic %%%"],
    ["bytes that are no text", `Basic ${Buffer.from([0x61, 0x3a, 0xff]).toString("base64")}`],
    ["its secret as a bearer", `Bearer ${demoSecret("demo-email")}`],
  ])("is refused alike with %s", async (_what, authorization) => {
    const { token } = await signInFully(rig);
    const { status, body, headers } = await ask(token, authorization);
    expect({ status, body }).toMatchObject({ status: 401, body: { code: "unauthorized" } });
    expect(headers.get("www-authenticate")).toBe('Basic realm="guard", charset="UTF-8"');
  });

  it("is refused with the very session it asks about (S-23)", async () => {
    const { token } = await signInFully(rig);
    expect((await ask(token, `Bearer ${token}`)).status).toBe(401);
  });

  it.each(["http://localhost:5173", "http://localhost", "null", "https://evil.example"])("is refused as a page, even with the secret: %s", async (origin) => {
    const { token } = await signInFully(rig);
    const { status, headers } = await ask(token, ours, { origin, "sec-fetch-site": "same-origin" });
    expect(status).toBe(403);
    expect(headers.get("access-control-allow-origin")).toBeNull();
    const preflight = await rig.app.fetch(new Request(url, { method: "OPTIONS", headers: { origin, "access-control-request-method": "POST" } }));
    expect(preflight.status).toBe(403);
    expect(preflight.headers.get("access-control-allow-origin")).toBeNull();
  });
});

it.each([[5, 422], [null, 422], ["", 422], ["x".repeat(513), 422], ["x".repeat(17_000), 413]])("refuses a token that can be none (%#) with %d", async (token, status) => {
  expect(await ask(token)).toMatchObject({ status, body: { code: "validation_failed" } });
});

it("refuses what is no JSON, and another method", async () => {
  expect((await ask("gs_x", ours, { "content-type": "application/x-www-form-urlencoded" })).status).toBe(415);
  expect((await rig.app.fetch(new Request(url, { headers: { authorization: ours } }))).status).toBe(404);
});

describe("wrong secrets from one network", () => {
  const from = (ip: string, secret: string) => readAnswerOf(ip, basic("demo-email", secret));
  const readAnswerOf = async (ip: string, authorization: string) =>
    readAnswer(await rig.app.fetch(new Request(url, { method: "POST", headers: { "content-type": "application/json", authorization }, body: '{"token":"gs_x"}' }), { ip }));
  const wrong = async (ip: string) => (await from(ip, "wrong")).status;

  it("wait from the fourth on, for 1, 2, 4 .. 30 s, and are told how long", async () => {
    for (let turn = 0; turn < 4; turn += 1) expect(await wrong("203.0.113.9")).toBe(turn < 3 ? 401 : 429);
    const refused = await from("203.0.113.9", "wrong");
    expect(refused).toMatchObject({ status: 429, body: { code: "rate_limited", retryAt: rig.ports.clock.now() + 1000 } });
    expect(refused.headers.get("retry-after")).toBe("1");
    rig.advance(1000);
    expect([await wrong("203.0.113.9"), await wrong("203.0.113.9")]).toEqual([401, 429]);
    rig.advance(1999);
    expect(await wrong("203.0.113.9")).toBe(429);
  });

  it("never slow a right one down, from the same network or after it", async () => {
    for (let turn = 0; turn < 50; turn += 1) {
      await wrong("203.0.113.9");
      expect((await from("203.0.113.9", demoSecret("demo-email"))).status).toBe(200);
    }
    expect(await wrong("203.0.113.9")).toBe(429);
  });

  it("count over all applications and over a /64; another network is another", async () => {
    for (const app of ["demo", "demo-open", "nowhere"]) await readAnswerOf(`2001:db8::${app.length}`, basic(app, "wrong"));
    expect(await wrong("2001:db8::9")).toBe(429);
    expect(await wrong("2001:db8:0:1::9")).toBe(401);
  });

  it("are counted one after the other, however many come at once", async () => {
    const statuses = await Promise.all(Array.from({ length: 40 }, () => wrong("203.0.113.9")));
    expect(statuses.filter((status) => status === 401)).toHaveLength(3);
  });
});

describe("an application's secret", () => {
  it("is told once, is worth something beside the older ones, and only to its application", async () => {
    const session = await signInFully(rig);
    const secret = await issueApplicationSecret(rig.ports, "demo-email");
    expect(secret).toMatch(/^ga_[\w-]{43}$/);
    for (const right of [secret, demoSecret("demo-email")]) expect((await ask(session.token, basic("demo-email", right))).body).toMatchObject({ active: true });
    expect((await ask(session.token, basic("demo", secret))).status).toBe(401);
  });

  it("stands in no table as it is", async () => {
    const secret = await issueApplicationSecret(rig.ports, "demo-email");
    const rows = JSON.stringify(await rig.db.selectFrom("applicationSecret").selectAll().execute());
    for (const text of [secret, secret.slice(3), "demo-secret"]) expect(rows).not.toContain(text);
  });

  it("of the development data opens nothing in production, though its row may be there (S-60)", async () => {
    const production = await createRig(new Sqlite(":memory:"), { environment: "production" });
    const session = await signInFully(production);
    expect((await ask(session.token, ours, {}, production)).status).toBe(401);
    const secret = await issueApplicationSecret(production.ports, "demo-email");
    expect((await ask(session.token, basic("demo-email", secret), {}, production)).body).toMatchObject({ active: true });
  });
});

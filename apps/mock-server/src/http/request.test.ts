import { BASE_PATH, endpoints } from "@guard/contract";
import Sqlite from "better-sqlite3";
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { Busy } from "../ports.ts";
import { DEMO_PASSWORD } from "../development/data.ts";
import { challengeOf, send, signIn } from "../testing/login.ts";
import { createRig, readAnswer } from "../testing/rig.ts";
import type { Answer, Rig } from "../testing/rig.ts";

/** Many more in `npm run test:deep`. */
const RUNS = Number(process.env["PROPERTY_RUNS"] ?? 500);

let rig: Rig;
beforeEach(async () => {
  rig = await createRig(new Sqlite(":memory:"));
});

const good = { app: "demo-open", identifier: "email-user", password: DEMO_PASSWORD };

async function post(body: BodyInit | null, headers: Record<string, string> = { "content-type": "application/json" }): Promise<Answer> {
  return readAnswer(await rig.app.fetch(new Request(`http://localhost${BASE_PATH}/sign-in`, { method: "POST", headers, body })));
}

const refused = (status: number) => ({ status, body: { code: "validation_failed" } });

describe("a body (S-57)", () => {
  it("is taken as JSON, whatever the charset says", async () => {
    expect(await post(JSON.stringify(good), { "content-type": "application/json; charset=utf-8" })).toMatchObject({ status: 200 });
  });

  it.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/jsonp", ""])("is refused as %j", async (type) => {
    expect(await post(JSON.stringify(good), { "content-type": type })).toMatchObject(refused(415));
  });

  it("of more than 16 KiB is refused, also when its length is not told", async () => {
    const long = JSON.stringify({ ...good, password: "x".repeat(17_000) });
    expect(await post(long)).toMatchObject(refused(413));
    const stream = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new TextEncoder().encode(" ".repeat(4096))),
    });
    const request = new Request(`http://localhost${BASE_PATH}/sign-in`, { method: "POST", headers: { "content-type": "application/json" }, body: stream, duplex: "half" } as RequestInit);
    expect(await readAnswer(await rig.app.fetch(request))).toMatchObject(refused(413));
  });

  it.each(["", "{", "nonsense", '{"app":}', "\u0000"])("that is no JSON is refused: %j", async (body) => {
    expect(await post(body)).toMatchObject(refused(400));
  });

  it("nested deeper than eight levels is refused", async () => {
    const nest = (levels: number): unknown => (levels === 0 ? "x" : { a: nest(levels - 1) });
    expect(await post(JSON.stringify({ ...good, extra: nest(9) }))).toMatchObject(refused(422));
    expect(await post("[".repeat(8000) + "]".repeat(8000))).toMatchObject(refused(422));
  });

  it.each(['{"__proto__":{"app":"demo-open"},"identifier":"email-user","password":"x"}', '{"constructor":{"prototype":{"role":"admin"}}}'])("that reaches for a prototype is refused: %s", async (body) => {
    expect(await post(body)).toMatchObject(refused(422));
    expect(({} as { app?: string }).app).toBeUndefined();
  });

  it.each([
    { ...good, role: "admin" }, { ...good, mfaDisabled: 1 }, { ...good, password: 1 }, { ...good, identifier: ["email-user"] }, { ...good, app: { id: "demo-open" } },
    { app: "demo-open", identifier: "email-user" }, { ...good, identifier: "" }, { ...good, identifier: "a\u0000b" }, [good], "x", null, 1, true,
  ])("with an unknown key or a wrong type is refused: %j", async (body) => {
    expect(await post(JSON.stringify(body))).toMatchObject(refused(422));
  });

  it.each([123456, null, ["123456"], { code: "123456" }, "12345", "1234567", "12a456", "", "½23456"])("with %j for a code is refused and nothing is counted", async (code) => {
    const { token } = await challengeOf(rig, "demo-email", "email-user");
    expect(await rig.call("verifyCode", { factor: "email", code }, { token })).toMatchObject(refused(422));
    const { failures } = await rig.db.selectFrom("account").select("failures").where("username", "=", "email-user").executeTakeFirstOrThrow();
    expect(failures).toBe(0);
  });

  it("of any shape on any route is never a fault of ours", { timeout: 10_000 + RUNS * 20 }, async () => {
    const { token } = await challengeOf(rig, "demo-email", "email-user");
    const posts = Object.values(endpoints).filter(({ method }) => method === "POST");
    const body = fc.oneof(
      fc.json({ maxDepth: 4 }),
      fc.record({ app: fc.string(), identifier: fc.string({ unit: "binary" }), password: fc.string({ unit: "binary" }) }).map((it) => JSON.stringify(it)),
      fc.record({ factor: fc.constantFrom("email", "sms", "x"), code: fc.string(), trigger: fc.string(), target: fc.string({ unit: "binary" }) }, { requiredKeys: [] }).map((it) => JSON.stringify(it)),
      fc.string(),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...posts), body, async ({ path, auth }, text) => {
        const headers = { "content-type": "application/json", authorization: `Bearer ${auth === "session" ? "gs_x" : token}` };
        const { status } = await rig.app.fetch(new Request(`http://localhost${BASE_PATH}${path}`, { method: "POST", headers, body: text }));
        expect(status < 500 || status === 501).toBe(true);
      }),
      { seed: 57, numRuns: RUNS },
    );
    expect(rig.faults).toEqual([]);
  });
});

describe("a query", () => {
  it.each(["", "?app=demo&role=admin", "?app=", "?app=%00", `?app=${"x".repeat(300)}`])("%j of the settings is refused", async (query) => {
    expect(await readAnswer(await rig.app.fetch(new Request(`http://localhost${BASE_PATH}/settings${query}`)))).toMatchObject(refused(422));
  });
});

describe("a page of another origin (S-42, S-43)", () => {
  const from = (origin: string, method = "POST", more: Record<string, string> = {}) =>
    rig.app.fetch(new Request(`http://localhost${BASE_PATH}/sign-in`, { method, headers: { origin, "content-type": "application/json", ...more }, ...(method === "POST" ? { body: JSON.stringify(good) } : {}) }));

  it("that is listed may call and read, and learn when to come back", async () => {
    const response = await from("http://localhost:5173");
    expect(response.status).toBe(200);
    expect(response.headers.get("access-control-allow-origin")).toBe("http://localhost:5173");
    expect(response.headers.get("access-control-expose-headers")).toBe("Retry-After");
    expect(response.headers.get("access-control-allow-credentials")).toBeNull();
  });

  it.each(["http://localhost:5174", "https://localhost:5173", "http://localhost:51730", "http://evil.localhost:5173", "http://localhost:5173.evil.com", "null", "*"])("that is not listed may do nothing: %s", async (origin) => {
    const response = await from(origin);
    expect(response.status).toBe(403);
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
  });

  it("that is our own may call", async () => {
    expect((await from("http://localhost")).status).toBe(200);
    expect((await from("http://guard.internal", "POST", { "sec-fetch-site": "same-origin" })).status).toBe(200);
  });

  it("asks first, and is told exactly what it may send", async () => {
    const response = await from("http://localhost:5173", "OPTIONS", { "access-control-request-method": "POST" });
    expect(response.status).toBe(204);
    expect(response.headers.get("access-control-allow-headers")).toBe("authorization, content-type, idempotency-key, guard-tokens");
    expect(response.headers.get("access-control-allow-origin")).toBe("http://localhost:5173");
    expect((await from("http://evil.example", "OPTIONS", { "access-control-request-method": "POST" })).status).toBe(403);
  });
});

describe("a fault", () => {
  it("is told to the operator and not to the client", async () => {
    const broken = await createRig(new Sqlite(":memory:"), { ports: { mailer: { send: () => Promise.reject(new Error("secret detail")) } } });
    const answer = await send(broken, (await challengeOf(broken, "demo-email", "email-user")).token);
    expect(answer).toMatchObject({ status: 500, body: { code: "unknown" } });
    expect(JSON.stringify(answer.body)).not.toContain("secret detail");
    expect(broken.faults).toHaveLength(1);
  });

  it("that is no Error at all is caught too", async () => {
    // oxlint-disable-next-line prefer-promise-reject-errors -- a platform part may reject with anything
    const broken = await createRig(new Sqlite(":memory:"), { ports: { mailer: { send: () => Promise.reject("words") } } });
    expect((await send(broken, (await challengeOf(broken, "demo-email", "email-user")).token)).status).toBe(500);
    expect(broken.faults).toEqual(["words"]);
  });

  it.each([
    ["a full queue", new Busy("full")],
    ["a held database", Object.assign(new Error("database is locked"), { code: "SQLITE_BUSY_SNAPSHOT" })],
  ])("that is only %s asks to come back in a second (S-39)", async (_what, fault) => {
    const busy = await createRig(new Sqlite(":memory:"), {
      ports: { hasher: { hash: () => Promise.resolve("x"), verify: () => Promise.reject(fault), isOutdated: () => false } },
    });
    const answer = await signIn(busy, "demo", "email-user");
    expect(answer).toMatchObject({ status: 503, body: { code: "unavailable", retryAt: busy.ports.clock.now() + 1000 } });
    expect(answer.headers.get("retry-after")).toBe("1");
    expect(busy.faults).toEqual([]);
  });
});

describe("health", () => {
  const status = async (path: string, of = rig) => (await of.app.fetch(new Request(`http://localhost${path}`))).status;

  it("is good while the server answers and its database does", async () => {
    expect([await status("/healthz"), await status("/readyz")]).toEqual([200, 200]);
  });

  it("says so first when the server is about to stop (S-59)", async () => {
    const draining = await createRig(new Sqlite(":memory:"), { isDraining: () => true });
    expect([await status("/healthz", draining), await status("/readyz", draining)]).toEqual([503, 503]);
  });

  it("is not ready without its database", async () => {
    await rig.db.destroy();
    expect([await status("/healthz"), await status("/readyz")]).toEqual([200, 500]);
  });
});

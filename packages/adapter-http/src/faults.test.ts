import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createHttpAdapter, type HttpAdapterOptions } from "./index.ts";

const NOW = 1_800_000_000_000;
const session = { token: "gs_1", expiresAt: NOW, app: "demo", authTime: NOW, amr: ["pwd"], user: { id: "1", username: "ann" } };
const done = { status: "done", session, now: NOW };
const credentials = { app: "demo", identifier: "ann", password: "secret" };

const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/json", ...headers } });
const problem = (status: number, body: object, headers = {}) =>
  json({ title: "t", status, ...body }, status, { "Content-Type": "application/problem+json", ...headers });

const context = (signal = new AbortController().signal) => ({ signal, key: "key-1" });
const adapterAnswering = (fetch: HttpAdapterOptions["fetch"], options: Partial<HttpAdapterOptions> = {}) =>
  createHttpAdapter({ baseUrl: "https://login.example.com", ...(fetch && { fetch }), ...options });
const signInAnswering = (response: Response) => adapterAnswering(() => response).signIn(credentials, context());

afterEach(() => {
  vi.useRealTimers();
});

describe("an answer that is not the contract's never becomes a success", () => {
  it.each([
    ["HTML", new Response("<h1>Signed in</h1>", { headers: { "Content-Type": "text/html" } })],
    ["an empty 200", new Response(null, { status: 200 })],
    ["an empty JSON body", new Response("", { headers: { "Content-Type": "application/json" } })],
    ["broken JSON", new Response('{"status":"done"', { headers: { "Content-Type": "application/json" } })],
    ["the right body under a wrong content type", new Response(JSON.stringify(done), { headers: { "Content-Type": "text/plain" } })],
    ["the right body under no content type", new Response(new TextEncoder().encode(JSON.stringify(done)))],
    ["text that is no UTF-8", new Response(new Uint8Array([0x22, 0xff, 0xfe, 0x22]), { headers: { "Content-Type": "application/json" } })],
    ["done without a session", json({ status: "done", now: NOW })],
    ["a session without its user", json({ ...done, session: { ...session, user: undefined } })],
    ["a success with an unknown status", json({ ...done, status: "ok" })],
    ["a problem under 200", json({ code: "invalid_credentials", now: NOW })],
    ["a redirect", new Response(null, { status: 302, headers: { Location: "https://elsewhere.example" } })],
    ["the right body under 500", json(done, 500)],
    ["a 404 page", new Response("not here", { status: 404 })],
  ])("%s is unknown", async (_, response) => {
    expect(await signInAnswering(response)).toMatchObject({ ok: false, error: { code: "unknown" } });
  });
});

it("stops reading a body beyond 1 MiB and answers unknown", async () => {
  let pulled = 0;
  let cancelled = false;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      pulled += 1;
      controller.enqueue(new Uint8Array(65_536).fill(0x20));
    },
    cancel() {
      cancelled = true;
    },
  });
  const answer = await signInAnswering(new Response(endless, { headers: { "Content-Type": "application/json" } }));
  expect(answer).toMatchObject({ ok: false, error: { code: "unknown" } });
  expect(cancelled).toBe(true);
  expect(pulled).toBeLessThan(20);
});

it("drops fields the contract doesn't know from an answer", async () => {
  const answer = await signInAnswering(json({ ...done, admin: true, session: { ...session, scope: "all" } }));
  expect(answer).toEqual({ ok: true, value: done });
});

describe("a factor this version doesn't know", () => {
  const challenge = (factor: string, names: string[]) =>
    ({ token: "gc_1", expiresAt: NOW, need: "verify", factor, factors: names.map((name) => ({ factor: name, bound: true })), now: NOW });

  it("is hidden, and the first known one is shown in its place", async () => {
    const answer = await signInAnswering(json({ status: "challenge", challenge: challenge("passkey", ["passkey", "email", "totp"]), now: NOW }));
    expect(answer).toMatchObject({ ok: true, value: { challenge: { factor: "email", factors: [{ factor: "email" }, { factor: "totp" }] } } });
  });

  it("is hidden from a resumed challenge and from settings too", async () => {
    const resumed = await adapterAnswering(() => json(challenge("email", ["email", "passkey"]))).resume({ token: "gc_1" }, context());
    expect(resumed).toMatchObject({ ok: true, value: { factor: "email", factors: [{ factor: "email" }] } });
    const settings = { app: "demo", name: "Demo", factors: ["passkey", "email"], identifiers: [], signInMethods: ["password"], codeLength: 6, resendSeconds: 60, branding: {}, links: {}, now: NOW };
    const read = await adapterAnswering(() => json(settings)).settings({ app: "demo" }, context());
    expect(read).toMatchObject({ ok: true, value: { factors: ["email"] } });
  });

  it("leaves unknown when no other factor is offered", async () => {
    const answer = await signInAnswering(json({ status: "challenge", challenge: challenge("passkey", ["passkey"]), now: NOW }));
    expect(answer).toMatchObject({ ok: false, error: { code: "unknown" } });
  });
});

describe("a problem", () => {
  it("becomes its code with its data and the server's clock", async () => {
    const answer = await signInAnswering(problem(423, { code: "locked", lockedUntil: NOW + 5, now: NOW }));
    expect(answer).toEqual({ ok: false, error: { code: "locked", lockedUntil: NOW + 5 }, now: NOW });
  });

  it("with an unknown code becomes unknown and keeps the raw one", async () => {
    const answer = await signInAnswering(problem(409, { code: "planet_misaligned", now: NOW }));
    expect(answer).toEqual({ ok: false, error: { code: "unknown", raw: "planet_misaligned" }, now: NOW });
  });

  it("keeps its own retryAt against Retry-After", async () => {
    const answer = await signInAnswering(problem(429, { code: "rate_limited", retryAt: NOW + 7, now: NOW }, { "Retry-After": "60" }));
    expect(answer).toEqual({ ok: false, error: { code: "rate_limited", retryAt: NOW + 7 }, now: NOW });
  });
});

describe("a gateway that answers in the server's place", () => {
  it.each([
    [502, "unavailable"],
    [503, "unavailable"],
    [504, "unavailable"],
    [429, "rate_limited"],
  ])("%i without a problem is %s", async (status, code) => {
    expect(await signInAnswering(new Response("<h1>busy</h1>", { status }))).toEqual({ ok: false, error: { code } });
  });

  it("says by Retry-After when to try again, by the server's clock as last seen", async () => {
    vi.useFakeTimers({ now: NOW + 86_400_000 });
    const answers = [json(done), new Response(null, { status: 503, headers: { "Retry-After": "30" } })];
    const adapter = adapterAnswering(() => answers.shift() ?? json({}));
    await adapter.signIn(credentials, context());
    expect(await adapter.signIn(credentials, context())).toEqual({ ok: false, error: { code: "unavailable", retryAt: NOW + 30_000 }, now: NOW });
  });
});

describe("a connection that fails", () => {
  it("is network when fetch rejects, throws, or the body breaks off", async () => {
    const breaking = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"status"'));
        controller.error(new TypeError("terminated"));
      },
    });
    const failing: HttpAdapterOptions["fetch"][] = [
      () => Promise.reject(new TypeError("Failed to fetch")),
      () => {
        throw new TypeError("no network");
      },
      () => new Response(breaking, { headers: { "Content-Type": "application/json" } }),
    ];
    for (const fetch of failing) {
      expect(await adapterAnswering(fetch).signIn(credentials, context())).toEqual({ ok: false, error: { code: "network" } });
    }
  });

  it("is network when nobody listens", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    const adapter = createHttpAdapter({ baseUrl: `http://127.0.0.1:${port}` });
    expect(await adapter.signIn(credentials, context())).toEqual({ ok: false, error: { code: "network" } });
  });
});

describe("the end of patience", () => {
  it("is timeout after 10 s without an answer, and the request is aborted", async () => {
    vi.useFakeTimers();
    let signal: AbortSignal | undefined;
    const answer = adapterAnswering((request) => {
      signal = request.signal;
      return new Promise<Response>(() => {});
    }).signIn(credentials, context());
    await vi.advanceTimersByTimeAsync(9_999);
    expect(signal?.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(await answer).toEqual({ ok: false, error: { code: "timeout" } });
    expect(signal?.aborted).toBe(true);
  });

  it("covers the body, not only the headers", async () => {
    const stalled = new Response(new ReadableStream<Uint8Array>(), { headers: { "Content-Type": "application/json" } });
    const answer = await adapterAnswering(() => stalled, { timeoutMs: 20 }).signIn(credentials, context());
    expect(answer).toEqual({ ok: false, error: { code: "timeout" } });
  });

  it("accepts a slow answer of 9.9 s", async () => {
    vi.useFakeTimers();
    const answer = adapterAnswering(() => new Promise((resolve) => setTimeout(() => resolve(json(done)), 9_900))).signIn(credentials, context());
    await vi.advanceTimersByTimeAsync(9_900);
    expect(await answer).toMatchObject({ ok: true });
  });

  it("leaves no timer and no listener behind", async () => {
    vi.useFakeTimers();
    const caller = new AbortController();
    const removed = vi.spyOn(caller.signal, "removeEventListener");
    await adapterAnswering(() => json(done)).signIn(credentials, context(caller.signal));
    expect(vi.getTimerCount()).toBe(0);
    expect(removed).toHaveBeenCalledOnce();
  });
});

describe("an abort by the caller", () => {
  it("before the call makes no request", async () => {
    const fetch = vi.fn(() => json(done));
    const answer = await adapterAnswering(fetch).signIn(credentials, context(AbortSignal.abort()));
    expect(answer).toEqual({ ok: false, error: { code: "unknown", raw: "aborted" } });
    expect(fetch).not.toHaveBeenCalled();
  });

  it("during the call ends it at once, even where fetch goes on and succeeds", async () => {
    const caller = new AbortController();
    const late = adapterAnswering(async () => {
      await new Promise((resolve) => setTimeout(resolve, 30));
      return json(done);
    }).signIn(credentials, context(caller.signal));
    caller.abort();
    expect(await late).toEqual({ ok: false, error: { code: "unknown", raw: "aborted" } });
  });
});

it("answers unknown for an address no request can be made for", async () => {
  expect(await adapterAnswering(() => json(done), { baseUrl: "not a url" }).signIn(credentials, context())).toMatchObject({ ok: false, error: { code: "unknown" } });
});

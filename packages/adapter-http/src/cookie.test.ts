import { TOKEN_IN_COOKIE, type CallContext, type Session } from "@guard/contract";
import { startServer, type RunningServer } from "@guard/mock-server/node";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createHttpAdapter } from "./index.ts";
import { createCookieBrowser, type CookieBrowser } from "./testing/cookie-browser.ts";

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

let calls = 0;
const attempt = (): CallContext => ({ signal: new AbortController().signal, key: `cookie-${(calls += 1)}` });

const load = (browser: CookieBrowser) => createHttpAdapter({ baseUrl: server.url, fetch: browser.fetch, tokens: "cookie" });

it("logs in, is picked up after a reload, and signs out with no token in any answer (C-01, S-25)", async () => {
  const browser = createCookieBrowser(server.url);
  const adapter = load(browser);
  const begun = await adapter.signIn({ app: "demo-email", identifier: "email-user", password: "Guard-demo-2026!" }, attempt());
  if (!begun.ok || begun.value.status !== "challenge") throw new Error("Expected a challenge.");
  // What a page keeps over a reload is this, and it opens nothing by itself.
  const { token } = begun.value.challenge;
  expect(token).toBe(TOKEN_IN_COOKIE);
  await adapter.sendCode({ token, factor: "email", trigger: "auto" }, attempt());

  const reloaded = load(browser);
  expect(await reloaded.resume({ token }, attempt())).toMatchObject({ ok: true, value: { token, need: "verify" } });
  const code = server.outbox("email-user@example.com")[0]?.code ?? "";
  const done = await reloaded.verifyCode({ token, factor: "email", code }, attempt());
  const session: Session | undefined = done.ok && done.value.status === "done" ? done.value.session : undefined;
  expect(session).toMatchObject({ token: TOKEN_IN_COOKIE, user: { username: "email-user" } });

  expect(browser.jar()).toMatch(/^guard-dev=gs_/);
  expect((await reloaded.session({ token }, attempt())).ok).toBe(true);
  expect((await reloaded.signOut({ token }, attempt())).ok).toBe(true);
  expect(browser.jar()).toBe("");
  expect(await reloaded.session({ token }, attempt())).toMatchObject({ ok: false, error: { code: "unauthorized" } });
  expect(browser.bodies.join("")).not.toMatch(/g[cs]_[\w-]/);
});

it("takes nothing from a browser that holds no cookie, though it says the placeholder", async () => {
  const adapter = load(createCookieBrowser(server.url));
  expect(await adapter.resume({ token: TOKEN_IN_COOKIE }, attempt())).toMatchObject({ ok: false, error: { code: "challenge_expired" } });
  const bearer = createHttpAdapter({ baseUrl: server.url });
  expect(await bearer.session({ token: TOKEN_IN_COOKIE }, attempt())).toMatchObject({ ok: false, error: { code: "unauthorized" } });
});

it("trusts a device by a cookie of its own, which outlives the session and is told to nobody (R24)", async () => {
  const browser = createCookieBrowser(server.url);
  const adapter = load(browser);
  const signIn = () => adapter.signIn({ app: "demo", identifier: "all-factors", password: "Guard-demo-2026!" }, attempt());
  await signIn();
  const token = TOKEN_IN_COOKIE;
  await adapter.sendCode({ token, factor: "email", trigger: "auto" }, attempt());
  const code = server.outbox("all-factors@example.com")[0]?.code ?? "";
  expect(await adapter.verifyCode({ token, factor: "email", code, trustDevice: true }, attempt())).toMatchObject({ ok: true, value: { status: "done" } });
  await adapter.signOut({ token }, attempt());
  expect(browser.jar()).toMatch(/^guard-dev-device=gd_[\w-]{43}$/);
  expect(await signIn()).toMatchObject({ ok: true, value: { status: "done", session: { amr: ["pwd", "device"] } } });
  expect(browser.bodies.join("")).not.toMatch(/g[csd]_[\w-]/);
});

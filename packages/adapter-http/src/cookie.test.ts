import { TOKEN_IN_COOKIE, type CallContext, type Session } from "@guard/contract";
import { startServer, type RunningServer } from "@guard/mock-server/node";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createHttpAdapter } from "./index.ts";

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

let calls = 0;
const attempt = (): CallContext => ({ signal: new AbortController().signal, key: `cookie-${(calls += 1)}` });

/** What a browser does for a page of the server's own origin: it keeps cookies from scripts, sends them, and says who asks. */
function createBrowser() {
  let jar = "";
  const bodies: string[] = [];
  const fetchAsBrowser = async (request: Request): Promise<Response> => {
    const headers = new Headers(request.headers);
    if (request.method !== "GET") headers.set("origin", server.url);
    if (request.credentials !== "omit" && jar !== "") headers.set("cookie", jar);
    const response = await fetch(new Request(request, { headers }));
    const [set] = response.headers.getSetCookie();
    if (set !== undefined) jar = set.includes("Max-Age=0") ? "" : (set.split(";")[0] ?? "");
    bodies.push(await response.clone().text());
    return response;
  };
  return { fetch: fetchAsBrowser, bodies, jar: () => jar };
}

const load = (browser: ReturnType<typeof createBrowser>) => createHttpAdapter({ baseUrl: server.url, fetch: browser.fetch, tokens: "cookie" });

it("logs in, is picked up after a reload, and signs out with no token in any answer (C-01, S-25)", async () => {
  const browser = createBrowser();
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
  const adapter = load(createBrowser());
  expect(await adapter.resume({ token: TOKEN_IN_COOKIE }, attempt())).toMatchObject({ ok: false, error: { code: "challenge_expired" } });
  const bearer = createHttpAdapter({ baseUrl: server.url });
  expect(await bearer.session({ token: TOKEN_IN_COOKIE }, attempt())).toMatchObject({ ok: false, error: { code: "unauthorized" } });
});

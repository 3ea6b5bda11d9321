import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { createInterface } from "node:readline";
import { startServer, type RunningServer } from "@guard/mock-server/node";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createBrowser } from "./testing/browser.ts";
import { inChromium, logIn } from "./testing/chromium.ts";
import { serve } from "./testing/serve.ts";
import { signIn } from "./testing/sign-in.ts";

const folder = join(import.meta.dirname, "next");
const next = join(import.meta.dirname, "../node_modules/next/dist/bin/next");
let guard: RunningServer;
let running: ChildProcess;
let site = "";

const run = (args: readonly string[], env: Record<string, string> = {}) =>
  spawn(process.execPath, [next, ...args], { cwd: folder, env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", ...env }, stdio: ["ignore", "pipe", "pipe"] });

async function build(): Promise<void> {
  const child = run(["build"]);
  const [said, complained, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]);
  if (code !== 0) throw new Error(`next build ended with ${String(code)}: ${said}${complained}`);
}

async function start(port: string, env: Record<string, string>): Promise<string> {
  const child = run(["start", "--hostname", "127.0.0.1", "--port", port], env);
  running = child;
  for await (const line of createInterface(child.stdout)) {
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
    if (url !== undefined) return url;
  }
  throw new Error(`next start ended: ${await text(child.stderr)}`);
}

/** Free a moment ago: the login server has to know the page's origin before either runs. */
async function freeOrigin(): Promise<URL> {
  const held = await serve(() => undefined);
  await held.close();
  return new URL(held.url);
}

beforeAll(async () => {
  const { origin, port } = await freeOrigin();
  guard = await startServer({ allowedOrigins: [origin] });
  await build();
  site = await start(port, { GUARD_URL: guard.url, GUARD_APP: "demo-email", GUARD_APP_SECRET: "demo-secret-demo-email", GUARD_HTTP: "1" });
}, 120_000);
afterAll(async () => {
  running?.kill();
  await guard?.close();
});

it("renders the login form on the server, with the environment's login server and without its secret", async () => {
  const response = await fetch(`${site}/login`);
  const html = await response.text();
  expect(response.status).toBe(200);
  expect(html).toMatch(/<input[^>]*type="password"/);
  expect(html).toContain(guard.url);
  expect(html).not.toContain("demo-secret");
});

it("sends a stranger to the login", async () => {
  const response = await createBrowser(site).call("GET", "/");
  expect(response.status).toBe(307);
  expect(response.headers.get("location")).toBe("/login");
});

it("signs in whom the login server confirms, and out whoever signed out there", async () => {
  const browser = createBrowser(site);
  const session = await signIn(guard, "demo-email");
  const entered = await browser.call("POST", "/api/sign-in", { token: session.token });
  expect(entered.status).toBe(204);
  expect(entered.headers.get("set-cookie")).toMatch(/^session-dev=gs_[^;]+; Path=\/; Expires=[^;]+; HttpOnly; SameSite=lax$/);
  expect(await (await browser.call("GET", "/")).text()).toMatch(/Signed in as (<!-- -->)?demo-email-user/);
  await fetch(`${guard.url}/api/v1/session`, { method: "DELETE", headers: { authorization: `Bearer ${session.token}` } });
  expect((await browser.call("GET", "/")).status).toBe(307);
});

it.each([["made up", "gs_made-up", 401], ["no token", 5, 422]])("lets nobody in with a token that is %s", async (_what, token, status) => {
  expect((await createBrowser(site).call("POST", "/api/sign-in", { token })).status).toBe(status);
});

it("takes no session that another application opened, and none from another site's page", async () => {
  const other = await signIn(guard, "demo-open");
  expect((await createBrowser(site).call("POST", "/api/sign-in", { token: other.token })).status).toBe(401);
  const { token } = await signIn(guard, "demo-email");
  const response = await fetch(`${site}/api/sign-in`, { method: "POST", headers: { "sec-fetch-site": "cross-site" }, body: JSON.stringify({ token }) });
  expect(response.status).toBe(403);
});

it("signs a person in through the form, in a real browser: hydrated without a complaint, and then on the page behind it", { timeout: 60_000 }, async () => {
  const complaints = await inChromium(`${site}/login`, async (page) => {
    await logIn(page, guard);
    await page.getByRole("heading", { name: "Signed in as demo-email-user" }).waitFor();
  });
  expect(complaints).toEqual([]);
});

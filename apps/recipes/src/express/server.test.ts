import { startServer, type RunningServer } from "@guard/mock-server/node";
import express from "express";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createBrowser, type Browser } from "../testing/browser.ts";
import { inChromium, logIn } from "../testing/chromium.ts";
import { serveLogin } from "../testing/login-page.ts";
import { serve, type Served } from "../testing/serve.ts";
import { signIn } from "../testing/sign-in.ts";
import { createBackend } from "./server.ts";

let guard: RunningServer;
let backend: Served;
let browser: Browser;
beforeAll(async () => {
  guard = await startServer();
  backend = await serve(createBackend({ url: guard.url, app: "demo-email", secret: "demo-secret-demo-email" }, { https: false }));
});
beforeEach(() => {
  browser = createBrowser(backend.url);
});
afterAll(async () => {
  await backend.close();
  await guard.close();
});

const enter = (token: unknown) => browser.call("POST", "/api/sign-in", { token });
const me = () => browser.call("GET", "/api/me");

it("opens a session of its own for a session that the login server confirms", async () => {
  const session = await signIn(guard, "demo-email");
  expect((await enter(session.token)).status).toBe(204);
  expect(await (await me()).json()).toEqual({ account: session.user.id });
  expect([...browser.cookies.keys()]).toEqual(["shop-dev"]);
  expect([...browser.cookies.values()].join("")).not.toContain(session.token);
});

it("ends it by signing out", async () => {
  await enter((await signIn(guard, "demo-email")).token);
  const [copied = ""] = [...browser.cookies].map((pair) => pair.join("="));
  const asThief = () => fetch(`${backend.url}/api/me`, { headers: { cookie: copied } });
  expect((await asThief()).status).toBe(200);
  expect((await browser.call("POST", "/api/sign-out")).status).toBe(204);
  expect(browser.cookies.size).toBe(0);
  expect((await asThief()).status).toBe(401);
});

describe("lets nobody in", () => {
  it("with a token that somebody made up, a challenge's, or another application's", async () => {
    const other = await signIn(guard, "demo-open");
    for (const token of ["gs_made-up", "gc_made-up", other.token]) expect((await enter(token)).status).toBe(401);
    for (const token of [5, undefined, "x".repeat(600)]) expect((await enter(token)).status).toBe(422);
    expect((await me()).status).toBe(401);
  });

  it("whose page is another site's (login CSRF)", async () => {
    const { token } = await signIn(guard, "demo-email");
    for (const headers of [{}, { "sec-fetch-site": "cross-site" }, { "sec-fetch-site": "same-site" }]) {
      const response = await fetch(`${backend.url}/api/sign-in`, { method: "POST", headers: { ...headers, "content-type": "application/json" }, body: JSON.stringify({ token }) });
      expect(response.status).toBe(403);
    }
  });

  it("while the login server can't be asked, or does not know the backend's secret", async () => {
    const { token } = await signIn(guard, "demo-email");
    for (const wrong of [{ url: "http://127.0.0.1:9", app: "demo-email", secret: "demo-secret-demo-email" }, { url: guard.url, app: "demo-email", secret: "wrong" }]) {
      const lost = await serve(createBackend(wrong, { https: false }));
      const visitor = createBrowser(lost.url);
      expect((await visitor.call("POST", "/api/sign-in", { token })).status).toBe(500);
      expect(visitor.cookies.size).toBe(0);
      await lost.close();
    }
  });
});

it("sets a cookie that no script, no other site and no plain connection sees", async () => {
  const { token } = await signIn(guard, "demo-email");
  const production = await serve(createBackend({ url: guard.url, app: "demo-email", secret: "demo-secret-demo-email" }));
  const response = await createBrowser(production.url).call("POST", "/api/sign-in", { token });
  expect(response.headers.get("set-cookie")).toMatch(/^__Host-shop=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  await production.close();
});

it("signs a person in through the page, in a real browser, and keeps the backend's session from its scripts", { timeout: 60_000 }, async () => {
  const shop = express();
  const site = await serve(shop);
  const login = await startServer({ allowedOrigins: [site.url] });
  shop.use(await serveLogin("express/login.tsx", `server="${login.url}" app="demo-email" onEntered={() => told("Welcome")} onRefused={() => told("Refused")}`));
  shop.use(createBackend({ url: login.url, app: "demo-email", secret: "demo-secret-demo-email" }, { https: false }));
  const complaints = await inChromium(site.url, async (page) => {
    await logIn(page, login);
    await page.getByRole("heading", { name: "Welcome", exact: true }).waitFor();
    expect(await page.evaluate(async () => ((await (await fetch("/api/me")).json()) as { account: string }).account)).toBe("demo-email-user");
    expect(await page.evaluate(() => document.cookie), "no script sees it").toBe("");
  });
  expect(complaints).toEqual([]);
  await site.close();
  await login.close();
});

import { TOKEN_IN_COOKIE } from "@guard/contract";
import { startServer, type RunningServer } from "@guard/mock-server/node";
import express from "express";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { createBrowser, type Browser } from "../testing/browser.ts";
import { inChromium, logIn } from "../testing/chromium.ts";
import { serveLogin } from "../testing/login-page.ts";
import { serve, type Served } from "../testing/serve.ts";
import { signIn } from "../testing/sign-in.ts";
import { createSite } from "./server.ts";

let guard: RunningServer;
let site: Served;
let browser: Browser;
beforeAll(async () => {
  guard = await startServer();
  site = await serve(createSite({ url: guard.url, app: "demo-email", secret: "demo-secret-demo-email" }, { https: false }));
});
beforeEach(() => {
  browser = createBrowser(site.url);
});
afterAll(async () => {
  await site.close();
  await guard.close();
});

const me = () => browser.call("GET", "/api/me");
const enter = () => signIn(guard, "demo-email", { baseUrl: site.url, tokens: "cookie", fetch: browser.fetch });

it("knows by the cookie alone who is signed in, and gives the page no token", async () => {
  expect((await me()).status).toBe(401);
  const session = await enter();
  expect(session.token).toBe(TOKEN_IN_COOKIE);
  expect(await (await me()).json()).toEqual({ account: session.user.id });
  expect([...browser.cookies.keys()]).toEqual(["guard-dev"]);
});

it("lets nobody in between password and code", async () => {
  await browser.call("POST", "/api/v1/sign-in", { app: "demo-email", identifier: "email-user", password: "Guard-demo-2026!" });
  expect((await me()).status).toBe(401);
});

it("hears of signing out at once, and the cookie is gone", async () => {
  await enter();
  const cookie = [...browser.cookies].map((pair) => pair.join("=")).join("; ");
  const asThief = () => fetch(`${site.url}/api/me`, { headers: { cookie } });
  expect((await asThief()).status).toBe(200);
  const signOut = new Request(`${site.url}/api/v1/session`, { method: "DELETE", headers: { "guard-tokens": "cookie" } });
  expect((await browser.fetch(signOut)).status).toBe(200);
  expect(browser.cookies.size).toBe(0);
  expect((await asThief()).status).toBe(401);
});

it("takes no change from another site's page, though the browser would send the cookie along (S-42)", async () => {
  await enter();
  const cookie = [...browser.cookies].map((pair) => pair.join("=")).join("; ");
  const headers = { cookie, "guard-tokens": "cookie", origin: "https://evil.example", "sec-fetch-site": "cross-site" };
  expect((await fetch(`${site.url}/api/v1/session`, { method: "DELETE", headers })).status).toBe(403);
  expect((await me()).status).toBe(200);
});

it("signs a person in through the page, in a real browser, whose scripts see no token", { timeout: 60_000 }, async () => {
  const pages = express();
  const whole = await serve(pages);
  const login = await startServer({ allowedOrigins: [whole.url] });
  pages.use(await serveLogin("cookie/login.tsx", `app="demo-email" onEntered={() => told("Welcome")}`));
  pages.use(createSite({ url: login.url, app: "demo-email", secret: "demo-secret-demo-email" }, { https: false }));
  const complaints = await inChromium(whole.url, async (page) => {
    await logIn(page, login);
    await page.getByRole("heading", { name: "Welcome", exact: true }).waitFor();
    expect(await page.evaluate(async () => ((await (await fetch("/api/me")).json()) as { account: string }).account)).toBe("demo-email-user");
    expect(await page.evaluate(() => document.cookie + JSON.stringify(sessionStorage))).not.toContain("gs_");
  });
  expect(complaints).toEqual([]);
  await whole.close();
  await login.close();
});

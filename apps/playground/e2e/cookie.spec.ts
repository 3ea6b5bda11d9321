import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { emailUser } from "./people.ts";
import { whatScriptsSee } from "./scripts.ts";
import { expect, test } from "./test.ts";

test.describe("with its token in a cookie", () => {
  test("a login is picked up after a reload, completes and is signed out, and no script ever sees a token", async ({ I }) => {
    await I.open({ tokens: "cookie" });
    await I.signIn(emailUser.name);
    await I.seeCodeSentTo(emailUser.masked);
    const stored = await whatScriptsSee(I.page);
    expect(stored, "the placeholder stands where the token would").toContain("in-cookie");
    expect(stored).not.toMatch(/g[cs]_[\w-]{20}/);
    await I.reload();
    await I.seeCodeSentTo(emailUser.masked);
    expect(I.countRequests("/challenge/send"), "a reload asks for no code").toBe(1);
    await I.enterCode(await I.readCode(emailUser.email));
    await I.seeSignedIn(emailUser.name);
    await expect(I.page.getByLabel("Who the server says you are")).toContainText(emailUser.email);
    expect(await whatScriptsSee(I.page)).not.toMatch(/g[cs]_[\w-]{20}/);
    const [cookie, ...others] = await I.page.context().cookies();
    expect(cookie).toMatchObject({ name: "guard-dev", value: expect.stringMatching(/^gs_/), httpOnly: true, sameSite: "Lax", path: "/", expires: -1 });
    expect(others).toEqual([]);
    await I.page.getByRole("button", { name: "Sign out" }).click();
    await expect(I.page.locator("#guard-current-password")).toBeVisible();
    expect(await I.page.context().cookies()).toEqual([]);
  });
});

/** A page of the same site (a site has no port) that nobody listed: SameSite alone would let it pass. */
async function serveNeighbour(): Promise<{ url: string; close: () => void }> {
  const neighbour = createServer((_, response) => response.setHeader("content-type", "text/html").end("<title>neighbour</title>")).listen(0, "127.0.0.1");
  await once(neighbour, "listening");
  return { url: `http://127.0.0.1:${(neighbour.address() as AddressInfo).port}/`, close: () => neighbour.close() };
}

/** Runs in the neighbour's page: what a page may send anywhere without being asked about it. */
async function sendBlindly(base: string): Promise<void> {
  const body = JSON.stringify({ app: "demo-open", identifier: "admin", password: "Guard-demo-2026!" });
  await fetch(`${base}/sign-in`, { method: "POST", mode: "no-cors", credentials: "include", headers: { "content-type": "text/plain", "guard-tokens": "cookie" }, body });
}

test("a page of the same site that is not listed signs nobody else in (S-42)", async ({ I, server }) => {
  await I.open({ tokens: "cookie", app: "demo-open" });
  await I.signIn(emailUser.name);
  await I.seeSignedIn(emailUser.name);
  const before = await I.page.context().cookies();
  const neighbour = await serveNeighbour();
  const page = await I.page.context().newPage();
  await page.goto(neighbour.url);
  const answered = page.waitForResponse((response) => response.url().endsWith("/sign-in"));
  await page.evaluate(sendBlindly, `${server.url}/api/v1`);
  expect((await answered).status()).toBe(403);
  expect(await I.page.context().cookies()).toEqual(before);
  neighbour.close();
});

import type { Page } from "@playwright/test";
import { hostsOrigin } from "./address.ts";
import { PASSWORD, emailUser } from "./people.ts";
import type { Server } from "./servers.ts";
import { expect, test } from "./test.ts";

const rendered = (server: Server, query = ""): string => `${hostsOrigin}/rendered?server=${server.url}${query}`;

/** The page's scripts are on their way for as long as the test likes. */
async function holdScripts(page: Page): Promise<{ arrive: () => Promise<void> }> {
  const arrival = Promise.withResolvers<void>();
  await page.route("**/assets/*.js", async (route) => {
    await arrival.promise;
    await route.continue();
  });
  return {
    async arrive() {
      arrival.resolve();
      // The settings are read in an effect, so by then React has taken the page over.
      await page.getByText("Welcome back to Guard Demo.").waitFor();
    },
  };
}

test("the server’s HTML is the whole first form, with nothing inline and nothing to wait for", async ({ request, server }) => {
  const html = await (await request.get(rendered(server, "&user=email-user"))).text();
  expect(html).toContain('data-step="password"');
  expect(html).toContain('autoComplete="current-password"');
  expect(html, "the known identifier").toContain('value="email-user"');
  expect(html).not.toMatch(/ style=|<style|<script(?![^>]* src=)| on\w+=| disabled/);
});

test("before hydration the fields can be typed into and nothing is sent; what was typed is kept", async ({ I, server }) => {
  const scripts = await holdScripts(I.page);
  await I.page.goto(rendered(server), { waitUntil: "commit" });
  await I.identifierField.fill(emailUser.name);
  await I.passwordField.fill(PASSWORD);
  await expect(I.passwordField).toBeFocused();
  expect(I.countRequests("/settings"), "hydrated too early").toBe(0);
  expect(I.requests()).toEqual([]);
  await scripts.arrive();
  await expect(I.identifierField).toHaveValue(emailUser.name);
  await expect(I.passwordField).toHaveValue(PASSWORD);
  await expect(I.passwordField).toBeFocused();
  expect(I.requests()).toEqual([]);
  await I.submit();
  await I.seeCodeSentTo(emailUser.masked);
});

test("another identifier typed over the known one before hydration is kept", async ({ I, server }) => {
  const scripts = await holdScripts(I.page);
  await I.page.goto(rendered(server, "&user=admin"), { waitUntil: "commit" });
  await expect(I.identifierField).toHaveValue("admin");
  await I.identifierField.fill(emailUser.name);
  await scripts.arrive();
  await I.seeFirstStep(emailUser.name);
  await I.typePassword();
  await I.submit();
  await I.seeCodeSentTo(emailUser.masked);
});

test("Enter before hydration takes the password nowhere and loses nothing", async ({ I, server }) => {
  const left: string[] = [];
  I.page.on("request", (request) => void (request.isNavigationRequest() && left.push(`${request.method()} ${request.url()}`)));
  const scripts = await holdScripts(I.page);
  await I.page.goto(rendered(server), { waitUntil: "commit" });
  await I.identifierField.fill(emailUser.name);
  await I.passwordField.fill(PASSWORD);
  await I.passwordField.press("Enter");
  await scripts.arrive();
  expect(left).toEqual([`GET ${rendered(server)}`]);
  await expect(I.passwordField).toHaveValue(PASSWORD);
  await I.passwordField.press("Enter");
  await I.seeCodeSentTo(emailUser.masked);
});

test("a reload in the middle hydrates as the password form, resumes, and sends nothing again", async ({ I, server }) => {
  await I.page.goto(rendered(server));
  await I.signIn(emailUser.name);
  await I.seeCodeSentTo(emailUser.masked);
  I.forgetRequests();
  await I.reload();
  await I.seeCodeSentTo(emailUser.masked);
  expect(I.requests()).toEqual(["/challenge"]);
  await I.enterCode(await I.readCode(emailUser.email));
  await expect(I.page.locator("output")).toHaveText(emailUser.name);
});

test("after a reload a lock shows without a request", async ({ I, server }) => {
  await I.page.goto(rendered(server));
  await I.signIn("locked-user");
  await I.seeLocked(60);
  I.forgetRequests();
  await I.reload();
  await I.seeLocked(60);
  expect(I.requests()).toEqual([]);
});

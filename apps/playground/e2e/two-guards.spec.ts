import type { Page } from "@playwright/test";
import { hostsOrigin } from "./address.ts";
import { PASSWORD, emailUser } from "./people.ts";
import { expect, test } from "./test.ts";

const admin = { name: "admin", email: "admin@example.com" } as const;

const keptKeys = (page: Page): Promise<string[]> => page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith("guard:")));

async function signIn(page: Page, id: string, user: string): Promise<void> {
  await page.locator(`#${id}-username`).fill(user);
  await page.locator(`#${id}-current-password`).fill(PASSWORD);
  await page.locator(`#${id}-current-password`).press("Enter");
}

test("two Guards on one page run two logins: apart while they run, after a reload, and to the end", async ({ I, server }) => {
  await I.page.goto(`${hostsOrigin}/login.html?ids=one,two&server=${server.url}`);
  await signIn(I.page, "one", emailUser.name);
  await expect(I.page.locator("#one-otp")).toBeVisible();
  await expect(I.page.locator("#two-current-password"), "the other one stands where it stood").toBeVisible();
  await signIn(I.page, "two", admin.name);
  await expect(I.page.locator("#two-otp")).toBeVisible();
  expect((await keptKeys(I.page)).toSorted()).toEqual(["guard:1:demo:one", "guard:1:demo:two"]);
  const ids = await I.page.locator("[id]").evaluateAll((all) => all.map(({ id }) => id));
  expect(ids.toSorted()).toEqual([...new Set(ids)].toSorted());

  await I.page.reload();
  await I.page.locator("#two-otp").fill(await I.readCode(admin.email));
  await expect(I.page.locator("output")).toHaveText(["", admin.name]);
  await I.page.locator("#one-otp").fill(await I.readCode(emailUser.email));
  await expect(I.page.locator("output")).toHaveText([emailUser.name, admin.name]);
  expect(await keptKeys(I.page)).toEqual([]);
  expect(I.countRequests("/challenge/send")).toBe(2);
});

test("with persist=none the tab keeps nothing, and a reload starts again at the password", async ({ I, server }) => {
  await I.page.goto(`${hostsOrigin}/rendered?persist=none&server=${server.url}`);
  await I.signIn(emailUser.name);
  await I.seeCodeSentTo(emailUser.masked);
  expect(await I.page.evaluate(() => sessionStorage.length + localStorage.length)).toBe(0);
  I.forgetRequests();
  await I.reload();
  await I.seeFirstStep("");
  expect(I.requests()).toEqual([]);
  await I.signIn(emailUser.name);
  await I.enterCode(await I.readCode(emailUser.email));
  await expect(I.page.locator("output")).toHaveText(emailUser.name);
  expect(await I.countMails(emailUser.email), "the code on its way is still the code").toBe(1);
});

import type { Page } from "@playwright/test";
import { hostsOrigin } from "./address.ts";
import { emailUser, newUser } from "./people.ts";
import { wrongCodeFor } from "./person/code.ts";
import { expect, test } from "./test.ts";

/** What the browser's policy reports, from the first byte on. */
async function listenForViolations(page: Page): Promise<() => Promise<string[]>> {
  const reports: string[] = [];
  await page.exposeFunction("reportViolation", (report: string) => void reports.push(report));
  await page.addInitScript(() => {
    const { reportViolation } = window as unknown as { reportViolation: (report: string) => void };
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) => reportViolation(`${violatedDirective} ${blockedURI} ${sample}`));
  });
  return async () => {
    // A round trip, so that what was reported before has arrived.
    await page.evaluate(() => document.title);
    return reports;
  };
}

for (const [how, path] of [["rendered by the browser", "/login.html"], ["rendered by a server", "/rendered"]] as const) {
  test(`a login ${how} passes the strictest policy without a report`, async ({ I, server }) => {
    const violations = await listenForViolations(I.page);
    await I.page.goto(`${hostsOrigin}${path}?server=${server.url}`);
    await I.signIn(emailUser.name, "not it");
    await I.seeAlert(/don’t match/);
    await I.signIn(emailUser.name);
    await I.seeCodeSentTo(emailUser.masked);
    const code = await I.readCode(emailUser.email);
    await I.enterCode(wrongCodeFor(code));
    await I.seeCodeError(/5 attempts left/);
    await I.enterCode(code);
    await expect(I.page.locator("output")).toHaveText(emailUser.name);
    expect(await violations()).toEqual([]);
  });
}

test("the steps that bind an address and that tell of a lock pass the strictest policy too", async ({ I, server }) => {
  const violations = await listenForViolations(I.page);
  await I.page.goto(`${hostsOrigin}/login.html?server=${server.url}`);
  await I.signIn(newUser.name);
  await I.seeBindStep();
  await I.bindAddress(newUser.email);
  await I.seeNothingSentYet(newUser.masked);
  await I.pressSendCode();
  await I.seeCodeField();
  await I.goBackToTheFirstStep();
  await I.signIn("locked-user");
  await I.seeLocked(60);
  expect(await violations()).toEqual([]);
});

test("the steps that set an authenticator app up and show the recovery code pass it too, the download included", async ({ I, server }) => {
  const violations = await listenForViolations(I.page);
  await I.page.goto(`${hostsOrigin}/login.html?app=demo-totp&server=${server.url}`);
  await I.signIn(newUser.name);
  await I.seeEnrolment();
  const app = await I.scanTheKey();
  await I.enterCode(await app.code());
  await I.seeNewRecoveryCode();
  const download = I.page.waitForEvent("download");
  await I.page.getByRole("button", { name: "Download" }).click();
  await download;
  await I.acknowledge();
  await expect(I.page.locator("output")).toHaveText(newUser.name);
  expect(await violations()).toEqual([]);
});

test("a login in a dialog, with a theme, passes it too: Escape loses nothing, the focus comes back, the page stands still", async ({ I, server }) => {
  const { page } = I;
  const violations = await listenForViolations(page);
  await page.goto(`${hostsOrigin}/login.html?server=${server.url}&dialog&primary=%23123456`);
  const opener = page.getByRole("button", { name: "To the login" });
  const dialog = page.getByRole("dialog", { name: "Sign in" });
  await expect(I.guard, "nothing is loaded before it is opened").toHaveCount(0);
  await opener.click();
  await expect(dialog).toBeVisible();
  await expect(I.identifierField).toBeFocused();
  await expect(I.submitButton).toHaveCSS("background-color", "rgb(18, 52, 86)");
  await expect(page.locator("html")).toHaveCSS("overflow", "hidden");

  await I.identifierField.fill(emailUser.name);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(opener).toBeFocused();
  await expect(page.locator("html")).toHaveCSS("overflow", "visible");
  await opener.press("Enter");
  await expect(I.identifierField).toHaveValue(emailUser.name);
  await page.mouse.click(4, 4);
  await expect(dialog, "a press beside it").toBeHidden();

  await opener.press("Enter");
  await I.signIn(emailUser.name);
  await I.seeCodeSentTo(emailUser.masked);
  await page.getByRole("button", { name: "Close" }).click();
  await expect(I.heading).toBeHidden();
  await opener.press("Enter");
  await expect(I.heading).toBeFocused();
  await I.enterCode(await I.readCode(emailUser.email));
  await expect(page.locator("output")).toHaveText(emailUser.name);
  await page.keyboard.press("Escape");
  await expect(I.guard, "what was done is forgotten").toHaveCount(0);
  await opener.press("Enter");
  await expect(I.identifierField).toBeFocused();
  expect(await violations()).toEqual([]);
});

test("the strict page’s policy is in force: a style attribute and a made script are reported", async ({ page }) => {
  const violations = await listenForViolations(page);
  await page.goto(`${hostsOrigin}/login.html`);
  await page.evaluate(() => {
    document.body.setAttribute("style", "color: red");
    try {
      document.createElement("script").text = "0";
    } catch {
      // The report is what counts.
    }
  });
  expect((await violations()).map((report) => report.split(" ")[0])).toEqual(["style-src-attr", "require-trusted-types-for"]);
});

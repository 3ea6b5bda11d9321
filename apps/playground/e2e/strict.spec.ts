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

import { emailUser } from "./people.ts";
import { wrongCodesFor } from "./person/code.ts";
import type { Person } from "./person/person.ts";
import { expect, test } from "./test.ts";

async function askForACode(I: Person, address: string): Promise<void> {
  await I.page.getByRole("button", { name: "Use a code instead" }).click();
  await I.identifierField.fill(address);
  await I.submit();
  await I.seeCodeField();
}

test.describe("sign-in by a code alone (R2a)", () => {
  test.beforeEach(async ({ I }) => {
    await I.open();
  });

  test("opens a session without a password and without a second factor", async ({ I }) => {
    await askForACode(I, emailUser.email);
    await I.enterCode(await I.readCode(emailUser.email));
    await I.seeSignedIn(emailUser.name);
    expect(I.requests().filter((path) => path.startsWith("/challenge"))).toEqual([]);
  });

  test("tells nobody whether an account exists: an unknown address sees the same, and hears nothing", async ({ I }) => {
    await askForACode(I, "nobody@example.com");
    await expect(I.page.locator("#guard-otp-hint")).toContainText("We sent a code to");
    expect(await I.countMails("nobody@example.com")).toBe(0);
    await I.enterCode("123456");
    await I.seeCodeError(/That code isn’t right/);
  });

  test("a code has five tries, which threaten no lock and set none (R11)", async ({ I }) => {
    await askForACode(I, emailUser.email);
    const [last = "", ...wrong] = wrongCodesFor(await I.readCode(emailUser.email)).slice(0, 5);
    for (const [index, code] of wrong.entries()) {
      await I.enterCode(code);
      await I.seeCodeError(new RegExp(`^That code isn’t right\\. ${4 - index} attempts? left\\.$`));
    }
    await I.enterCode(last);
    await I.seeExpired();
    await expect(I.heading).toHaveText("This code no longer works");
    await I.press("Try again");
    await expect(I.identifierField).toHaveValue(emailUser.email);
    await I.press("Use your password instead");
    await I.signIn(emailUser.name);
    await I.seeCodeField();
  });

  test("the other way is a press away, and what was typed is kept", async ({ I }) => {
    await askForACode(I, emailUser.email);
    await I.page.getByRole("button", { name: "Change address" }).click();
    await expect(I.identifierField).toHaveValue(emailUser.email);
    await I.page.getByRole("button", { name: "Use your password instead" }).click();
    await I.seeFirstStep(emailUser.email);
  });

  test("asked for again inside its minute, the code that waits is typed: its field is there, and no second mail (R9a)", async ({ I }) => {
    await askForACode(I, emailUser.email);
    const code = await I.readCode(emailUser.email);
    await I.page.getByRole("button", { name: "Change address" }).click();
    await I.submit();
    await I.seeCodeField();
    expect(await I.readCountdown()).toBeGreaterThan(0);
    await I.enterCode(code);
    await I.seeSignedIn(emailUser.name);
    expect(await I.countMails(emailUser.email)).toBe(1);
  });

  test("where the application does not allow it, it is not offered", async ({ I }) => {
    await I.open({ app: "demo-email" });
    await expect(I.page.getByRole("button", { name: "Use a code instead" })).toHaveCount(0);
  });
});

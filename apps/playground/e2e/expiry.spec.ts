import { emailUser } from "./people.ts";
import { expect, test } from "./test.ts";
import { minute, second } from "./time.ts";

test.describe("what is too old", () => {
  test.beforeEach(async ({ I }) => {
    await I.takeThePagesClock();
    await I.open();
    await I.signIn(emailUser.name);
    await I.seeCodeSentTo(emailUser.masked);
  });

  test("a code older than 10 minutes is told as expired; the way out is a new code", async ({ I }) => {
    const old = await I.readCode(emailUser.email);
    await I.letPass(10 * minute + second);
    await I.enterCode(old);
    await I.seeCodeError("That code has expired. Ask for a new one.");
    await I.seeCodeFieldCleared();
    await I.askForANewCode();
    const fresh = await I.readCode(emailUser.email, 2);
    await I.seeCodeLivesFor(/^(10|9) minutes$/);
    await expect(I.resendButton, "which has moved, and kept the focus").toBeFocused();
    await I.enterCode(fresh);
    await I.seeSignedIn(emailUser.name);
  });

  test("a code that turns 10 minutes old says so by itself, once, and offers a new one", async ({ I }) => {
    await I.letPass(8 * minute);
    await I.seeCodeLivesFor("1 minute");
    await I.listen();
    await I.letPass(minute);
    await I.seeCodeLivesFor(/^[1-5]?\d seconds?$/);
    await I.letPass(minute);
    await expect(I.page.locator("#guard-otp-hint")).toHaveText(/has expired. Ask for a new one.$/);
    await expect(I.resendButton, "the main button now").toHaveAttribute("data-slot", "submit");
    expect(await I.whatWasSpoken()).toHaveLength(1);
    expect(await I.countMails(emailUser.email)).toBe(1);
  });

  test("even a page that was not told the time learns that the code is expired", async ({ I }) => {
    const old = await I.readCode(emailUser.email);
    await I.advanceServerClock(10 * minute + second);
    await I.enterCode(old);
    await I.seeCodeError("That code has expired. Ask for a new one.");
    await expect(I.resendButton).toHaveAttribute("aria-disabled", "false");
  });

  test("from an expired code the way back keeps the identifier", async ({ I }) => {
    await I.letPass(11 * minute);
    await I.goBackToTheFirstStep();
    await I.seeFirstStep(emailUser.name);
  });

  test("a challenge older than 15 minutes is told as over; the way out is the password, identifier kept", async ({ I }) => {
    const code = await I.readCode(emailUser.email);
    await I.letPass(15 * minute + second);
    await I.enterCode(code);
    await I.seeExpired();
    await expect(I.heading).toHaveText("That took a while");
    await expect(I.guard.getByRole("status"), "what the step before said is over").toBeEmpty();
    await I.page.getByRole("button", { name: "Sign in again" }).click();
    await I.seeFirstStep(emailUser.name);
    await I.typePassword();
    await I.submit();
    await I.seeCodeSentTo(emailUser.masked);
    await I.enterCode(await I.readCode(emailUser.email, 2));
    await I.seeSignedIn(emailUser.name);
  });

  test("a challenge older than 15 minutes is told as over by the resend and after a reload, too", async ({ I, another }) => {
    const copy = await another.duplicate();
    await copy.seeCodeSentTo(emailUser.masked);
    await I.letPass(15 * minute + second);
    await copy.reload();
    await copy.seeExpired();
    await I.askForANewCode();
    await I.seeExpired();
    expect(await I.countMails(emailUser.email)).toBe(1);
  });

  test("a fresh code in a challenge of almost 15 minutes still signs in", async ({ I }) => {
    await I.letPass(14 * minute);
    await I.askForANewCode();
    const code = await I.readCode(emailUser.email, 2);
    await I.letPass(50 * second);
    await I.enterCode(code);
    await I.seeSignedIn(emailUser.name);
  });
});

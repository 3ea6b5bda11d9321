import { wrongCodeFor } from "./person/code.ts";
import type { Person } from "./person/person.ts";
import { newUser, phoneUser } from "./people.ts";
import { expect, test } from "./test.ts";

test.describe("login with a bound phone", () => {
  test("R7: the code goes out by itself, once, and signs in", async ({ I }) => {
    await I.open();
    await I.signIn(phoneUser.name);
    await I.seeCodeSentTo(phoneUser.masked);
    await expect(I.heading).toHaveText("Check your phone");
    await expect(I.codeField).toBeFocused();
    await I.enterCode(await I.readCode(phoneUser.phone));
    await I.seeSignedIn(phoneUser.name);
    expect(I.countRequests("/challenge/send")).toBe(1);
    expect(await I.countMails(phoneUser.phone)).toBe(1);
  });

  test("R11: a wrong code says how many tries are left, and the right one still signs in", async ({ I }) => {
    await I.open();
    await I.signIn(phoneUser.name);
    const code = await I.readCode(phoneUser.phone);
    await I.enterCode(wrongCodeFor(code));
    await I.seeCodeError("That code isn’t right. 5 attempts left.");
    await I.enterCode(code);
    await I.seeSignedIn(phoneUser.name);
  });
});

const openForm = async (I: Person): Promise<void> => {
  await I.open();
  await I.signIn(newUser.name);
  await I.seeBindStep();
  await I.chooseTab("Text");
  await I.seePhoneForm();
};

test.describe("binding a phone", () => {
  test("R8: “Continue” sends nothing; “Send code” by hand brings the message, and its code signs in", async ({ I }) => {
    await openForm(I);
    await expect(I.tab("Text")).toBeFocused();
    await I.bindNumber("+44 7400 123456");
    await I.seeNothingSentYet(newUser.maskedPhone);
    expect(I.countRequests("/challenge/send")).toBe(0);
    expect(await I.countMails(newUser.phone)).toBe(0);
    await I.pressSendCode();
    await I.seeCodeSentTo(newUser.maskedPhone);
    await expect(I.codeField).toBeFocused();
    await expect(I.codeField, "the number is no code").toHaveValue("");
    await I.enterCode(await I.readCode(newUser.phone));
    await I.seeSignedIn(newUser.name);
  });

  test("a number is written as its country does, and its country follows it", async ({ I }) => {
    await openForm(I);
    await I.countrySelect.selectOption("CN");
    await I.phoneField.pressSequentially("13800138009");
    await expect(I.phoneField).toHaveValue("138 0013 8009");
    await I.phoneField.fill("+447400123456");
    await expect(I.phoneField).toHaveValue("+44 7400 123456");
    await expect(I.countrySelect).toHaveValue("GB");
  });

  test("a number that is none is refused in place, without a request", async ({ I }) => {
    await openForm(I);
    await I.bindNumber("+44 79");
    await expect(I.page.locator("#guard-phone-error")).toHaveText("That number is too short for this country");
    await expect(I.phoneField).toBeFocused();
    expect(I.countRequests("/challenge/bind")).toBe(0);
  });

  test("“Change number” keeps what was typed", async ({ I }) => {
    await openForm(I);
    await I.bindNumber("+44 7400 123456");
    await I.seeNothingSentYet(newUser.maskedPhone);
    await I.page.getByRole("button", { name: "Change number" }).click();
    await I.seePhoneForm();
    await expect(I.phoneField).toHaveValue("+44 7400 123456");
  });

  test("an address and a number that were typed wait in their own tabs", async ({ I }) => {
    await openForm(I);
    await I.phoneField.fill("+44 7400 12");
    await I.chooseTab("Email");
    await I.seeBindStep();
    await I.emailField.fill("half@");
    await I.chooseTab("Text");
    await expect(I.phoneField).toHaveValue("+44 7400 12");
    await expect(I.countrySelect).toHaveValue("GB");
    await I.chooseTab("Email");
    await expect(I.emailField).toHaveValue("half@");
  });
});

test.describe("without the chunk that reads numbers", () => {
  test.use({ faultsAreMade: true });

  test("a number is taken where the chunk that reads numbers is lost, if it is whole", async ({ I, page }) => {
    await page.route(/phone-numbers/, (route) => route.abort());
    await openForm(I);
    await I.bindNumber("13800138009");
    await expect(I.page.locator("#guard-phone-error")).toContainText("We couldn’t check that number");
    await I.bindNumber(newUser.phone);
    await I.seeNothingSentYet(newUser.maskedPhone);
  });
});

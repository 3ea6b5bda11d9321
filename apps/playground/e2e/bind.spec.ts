import { wrongCodeFor } from "./person/code.ts";
import { newUser } from "./people.ts";
import { expect, test } from "./test.ts";

test.describe("login with nothing bound", () => {
  test("shows the bind screen, and nothing was sent", async ({ I }) => {
    await I.open();
    await I.signIn(newUser.name);
    await I.seeBindStep();
    await expect(I.heading).toBeFocused();
    expect(I.countRequests("/challenge/send")).toBe(0);
  });

  test("an invalid address is refused in place, without a request", async ({ I }) => {
    await I.open();
    await I.signIn(newUser.name);
    await I.seeBindStep();
    await I.bindAddress("new.person@nowhere");
    await expect(I.page.locator("#guard-new-email-error")).toHaveText("Enter an email address like name@example.com");
    await expect(I.emailField).toBeFocused();
    await expect(I.emailField).toHaveValue("new.person@nowhere");
    await I.page.keyboard.type(".example");
    await expect(I.page.locator("#guard-new-email-error"), "gone as soon as it is right").toBeEmpty();
    await I.bindAddress("");
    await expect(I.page.locator("#guard-new-email-error")).toHaveText("Enter your email address");
    expect(I.countRequests("/challenge/bind")).toBe(0);
  });

  test("an address that only the server can refuse is refused in place, too, and the next one is taken", async ({ I }) => {
    await I.open();
    await I.signIn(newUser.name);
    await I.seeBindStep();
    await I.bindAddress("new..person@example.org");
    await expect(I.page.locator("#guard-new-email-error")).toHaveText("We can’t send to that address. Check it for typos.");
    await expect(I.emailField).toBeFocused();
    await expect(I.emailField).toHaveValue("new..person@example.org");
    await I.page.keyboard.press("End");
    await I.page.keyboard.press("Backspace");
    await expect(I.page.locator("#guard-new-email-error"), "gone at the next keystroke").toBeEmpty();
    await I.bindAddress(newUser.email);
    await I.seeNothingSentYet(newUser.masked);
  });

  test("“Continue” sends nothing", async ({ I }) => {
    await I.open();
    await I.signIn(newUser.name);
    await I.bindAddress(newUser.email);
    await I.seeNothingSentYet(newUser.masked);
    expect(I.countRequests("/challenge/send")).toBe(0);
    expect(await I.countMails(newUser.email)).toBe(0);
  });

  test("“Send code” by hand brings the mail, and its code signs in", async ({ I }) => {
    await I.open();
    await I.signIn(newUser.name);
    await I.bindAddress(newUser.email);
    await I.seeNothingSentYet(newUser.masked);
    await I.pressSendCode();
    await I.seeCodeSentTo(newUser.masked);
    await expect(I.codeField).toBeFocused();
    await expect(I.codeField, "the address is no code").toHaveValue("");
    await I.enterCode(await I.readCode(newUser.email));
    await I.seeSignedIn(newUser.name);
    expect(await I.countMails(newUser.email)).toBe(1);
  });

  test("at the next login the code is sent by itself", async ({ I }) => {
    await I.open();
    await I.signIn(newUser.name);
    await I.bindAddress(newUser.email);
    await I.pressSendCode();
    await I.seeCodeSentTo(newUser.masked);
    await I.enterCode(await I.readCode(newUser.email));
    await I.seeSignedIn(newUser.name);
    await I.open();
    await I.signIn(newUser.name);
    await I.seeCodeSentTo(newUser.masked);
    await I.enterCode(await I.readCode(newUser.email, 2));
    await I.seeSignedIn(newUser.name);
  });

  test("a wrong code binds nothing, and “Change address” keeps what was typed", async ({ I }) => {
    await I.open();
    await I.signIn(newUser.name);
    await I.bindAddress(newUser.email);
    await I.pressSendCode();
    await I.seeCodeSentTo(newUser.masked);
    await I.enterCode(wrongCodeFor(await I.readCode(newUser.email)));
    await I.seeCodeError("That code isn’t right. 5 attempts left.");
    await I.page.getByRole("button", { name: "Change address" }).click();
    await I.seeBindStep();
    await expect(I.emailField).toHaveValue(newUser.email);
  });

  test("a reload returns to the password, for the login’s token could bind", async ({ I }) => {
    await I.open();
    await I.signIn(newUser.name);
    await I.bindAddress(newUser.email);
    await I.seeNothingSentYet(newUser.masked);
    await I.reload();
    await I.seeFirstStep();
    expect(await I.keptToken()).toBe("");
  });
});

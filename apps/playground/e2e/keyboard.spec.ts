import { PASSWORD, emailUser, newUser } from "./people.ts";
import { expect, test } from "./test.ts";

test("with the keyboard only, from load to signed in", async ({ I }) => {
  const { keyboard } = I.page;
  await I.open();
  await keyboard.press("Tab");
  await expect(I.identifierField).toBeFocused();
  await keyboard.type(emailUser.name);
  await keyboard.press("Tab");
  await expect(I.passwordField).toBeFocused();
  await keyboard.type(PASSWORD);
  await keyboard.press("Tab");
  await expect(I.page.getByRole("button", { name: "Show password" })).toBeFocused();
  await keyboard.press("Space");
  await expect(I.passwordField).toHaveAttribute("type", "text");
  await expect(I.guard.getByRole("status")).toHaveText("Your password is visible");
  await keyboard.press("Tab");
  await expect(I.submitButton).toBeFocused();
  await keyboard.press("Enter");
  await expect(I.codeField).toBeFocused();
  await keyboard.type(await I.readCode(emailUser.email));
  await I.seeSignedIn(emailUser.name);
  await expect(I.page.getByRole("heading", { name: "You’re signed in" })).toBeFocused();
});

test("with the keyboard only, through binding an address", async ({ I }) => {
  const { keyboard } = I.page;
  await I.open();
  await keyboard.press("Tab");
  await keyboard.type(newUser.name);
  await keyboard.press("Tab");
  await keyboard.type(PASSWORD);
  await keyboard.press("Enter");
  await expect(I.heading).toHaveText("Add your email");
  await expect(I.heading).toBeFocused();
  await keyboard.press("Tab");
  await expect(I.tab("Email")).toBeFocused();
  await keyboard.press("Tab");
  await expect(I.emailField).toBeFocused();
  await keyboard.type(newUser.email);
  await keyboard.press("Enter");
  await expect(I.heading).toHaveText("Confirm your email");
  await expect(I.heading).toBeFocused();
  await keyboard.press("Tab");
  await expect(I.tab("Email")).toBeFocused();
  await keyboard.press("Tab");
  await expect(I.page.getByRole("button", { name: "Send code" })).toBeFocused();
  await keyboard.press("Enter");
  await expect(I.codeField).toBeFocused();
  await keyboard.type(await I.readCode(newUser.email));
  await I.seeSignedIn(newUser.name);
});

test("Tab walks the code step in order: code, Verify, Resend, Back", async ({ I }) => {
  const { keyboard } = I.page;
  await I.open();
  await I.signIn(emailUser.name);
  await I.seeCodeSentTo(emailUser.masked);
  await expect(I.codeField).toBeFocused();
  for (const name of ["Verify", "Resend code", "Use another account"]) {
    await keyboard.press("Tab");
    await expect(I.guard.getByRole("button", { name })).toBeFocused();
  }
  await keyboard.press("Enter");
  await expect(I.identifierField).toBeFocused();
});

test("with the keyboard only, through setting up an authenticator app, to the recovery code and its box", async ({ I }) => {
  const { keyboard } = I.page;
  const tabTo = async (name: string | RegExp, role: "button" | "checkbox" | "textbox"): Promise<void> => {
    const wanted = I.guard.getByRole(role, { name });
    // A handful is enough on each of these screens; more would mean that it can't be reached.
    for (let tab = 0; tab < 8 && !(await wanted.evaluate((element) => element === document.activeElement)); tab += 1) await keyboard.press("Tab");
    await expect(wanted).toBeFocused();
  };
  await I.open({ app: "demo-totp" });
  await keyboard.press("Tab");
  await keyboard.type(newUser.name);
  await keyboard.press("Tab");
  await keyboard.type(PASSWORD);
  await keyboard.press("Enter");
  await I.seeEnrolment();
  const app = await I.scanTheKey();
  await tabTo("6-digit code", "textbox");
  await keyboard.type(await app.code());
  await I.seeNewRecoveryCode();
  await tabTo("I have saved this code", "checkbox");
  await keyboard.press("Space");
  await tabTo("Continue", "button");
  await keyboard.press("Enter");
  await I.seeSignedIn(newUser.name);
});

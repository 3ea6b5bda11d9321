import type { Locator } from "@playwright/test";
import { emailUser, newUser, PASSWORD } from "./people.ts";
import type { Person } from "./person/person.ts";
import { expect, test } from "./test.ts";

/** A clipboard that held something else than was thought. */
const MEGABYTE = "x".repeat(1024 * 1024);
const REFUSED = "Something in there isn’t right. Check it and try again.";

async function paste({ page }: Person, field: Locator, text: string): Promise<void> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate((clip) => navigator.clipboard.writeText(clip), text);
  await field.fill("");
  await page.keyboard.press("Control+V");
  await seeAllOf(field, text);
}

/** By its length, or a failure would print it. */
const seeAllOf = (field: Locator, text: string): Promise<void> => expect.poll(async () => (await field.inputValue()).length).toBe(text.length);

/** Presses the button, and waits for the server's word: the alert of the try before says the same. */
async function submitTooMuch(I: Person, path: string): Promise<void> {
  const answered = I.page.waitForResponse(`**/api/v1${path}`);
  await I.submit();
  expect((await answered).status()).toBe(413);
}

test("1 MB pasted into the password and into the sign-in is told and stays, and the right pair signs in after it (S-57)", async ({ I }) => {
  await I.open({ app: "demo-open" });
  await I.identifierField.fill(emailUser.name);
  await paste(I, I.passwordField, MEGABYTE);
  await submitTooMuch(I, "/sign-in");
  await I.seeAlert(REFUSED);
  await seeAllOf(I.passwordField, MEGABYTE);
  await expect(I.identifierField).toHaveValue(emailUser.name);
  await I.typePassword(PASSWORD);
  await paste(I, I.identifierField, MEGABYTE);
  await submitTooMuch(I, "/sign-in");
  await I.seeAlert(REFUSED);
  await seeAllOf(I.identifierField, MEGABYTE);
  await expect(I.passwordField).toHaveValue(PASSWORD);
  await I.signIn(emailUser.name);
  await I.seeSignedIn(emailUser.name);
});

test("1 MB pasted as the address to bind is told and stays, and the right one is taken after it (S-57)", async ({ I }) => {
  const address = `${MEGABYTE}@example.org`;
  await I.open({ app: "demo-email" });
  await I.signIn(newUser.name);
  await I.seeBindStep();
  await paste(I, I.emailField, address);
  await submitTooMuch(I, "/challenge/bind");
  await expect(I.page.locator("#guard-new-email-error")).toHaveText(REFUSED);
  await seeAllOf(I.emailField, address);
  await I.bindAddress(newUser.email);
  await I.seeNothingSentYet(newUser.masked);
});

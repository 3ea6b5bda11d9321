import { wrongCodeFor, wrongCodesFor } from "./person/code.ts";
import type { Person } from "./person/person.ts";
import { emailUser } from "./people.ts";
import { expect, test } from "./test.ts";
import { hour, minute, second } from "./time.ts";

async function lockMyself(I: Person): Promise<void> {
  const [last = "", ...wrong] = wrongCodesFor(await I.readCode(emailUser.email));
  for (const [index, code] of wrong.entries()) {
    await I.enterCode(code);
    await I.seeCodeError(new RegExp(`${5 - index} attempts? left`));
  }
  await I.enterCode(last);
  await I.seeLocked(60);
}

test.describe("a wrong code", () => {
  test.beforeEach(async ({ I }) => {
    await I.takeThePagesClock();
    await I.open();
    await I.signIn(emailUser.name);
    await I.seeCodeSentTo(emailUser.masked);
  });

  test("clears the field, keeps the focus and says how many attempts are left", async ({ I }) => {
    await I.enterCode(wrongCodeFor(await I.readCode(emailUser.email)));
    await I.seeCodeError("That code isn’t right. 5 attempts left.");
    await I.seeCodeFieldCleared();
    await I.seeAlert("That code isn’t right. 5 attempts left.");
    await I.enterCode(await I.readCode(emailUser.email));
    await I.seeSignedIn(emailUser.name);
  });

  test("at two attempts left the lock is named in advance", async ({ I }) => {
    const ends = ["5 attempts left.", "4 attempts left.", "3 attempts left.", "2 attempts left; after that your account is locked for a while.", "1 attempt left; after that your account is locked for a while."];
    const wrong = wrongCodesFor(await I.readCode(emailUser.email));
    for (const [index, end] of ends.entries()) {
      await I.enterCode(wrong[index] ?? "");
      await I.seeCodeError(`That code isn’t right. ${end}`);
    }
  });

  test("the sixth locks, and the lock screen shows the time left", async ({ I }) => {
    await lockMyself(I);
    await expect(I.heading).toHaveText("Too many attempts");
    await expect(I.heading).toBeFocused();
    await expect(I.guard).toHaveAttribute("data-status", "locked");
    await expect(I.guard.locator("form, input")).toHaveCount(0);
    await I.letPass(20 * minute);
    await I.seeLocked(40);
    await I.letPass(39 * minute + 30 * second);
    await expect(I.guard.locator("time").first()).toHaveText(/^\d\d? seconds$/);
  });

  test("the lock screen survives a reload without a request", async ({ I }) => {
    await lockMyself(I);
    I.forgetRequests();
    await I.reload();
    await I.seeLocked(60);
    expect(I.requests()).toEqual([]);
  });

  test("during the lock the right password shows the lock and a wrong one does not", async ({ I }) => {
    await lockMyself(I);
    await I.page.getByRole("button", { name: "Back to sign in" }).click();
    await I.seeFirstStep(emailUser.name);
    await I.signIn(emailUser.name, "not it");
    await I.seeAlert("That sign-in and password don’t match. Check both and try again.");
    await I.signIn(emailUser.name);
    await I.seeLocked(60);
    expect(await I.countMails(emailUser.email)).toBe(1);
  });

  test("after one hour login works, with a code of its own", async ({ I }) => {
    await lockMyself(I);
    await I.letPass(hour);
    await expect(I.guard).toContainText("You can try again now.");
    await I.page.getByRole("button", { name: "Try again" }).click();
    await I.seeFirstStep(emailUser.name);
    await I.signIn(emailUser.name);
    await I.seeCodeSentTo(emailUser.masked);
    await I.enterCode(await I.readCode(emailUser.email, 2));
    await I.seeSignedIn(emailUser.name);
  });

  test("when the lock ends the screen says so once, and neither moves focus nor leaves by itself", async ({ I }) => {
    await lockMyself(I);
    await I.listen();
    await I.letPass(59 * minute);
    expect(await I.whatWasSpoken()).toEqual([]);
    await I.letPass(minute);
    await expect.poll(() => I.whatWasSpoken()).toEqual(["status: You can try again now."]);
    await expect(I.heading).toBeFocused();
    await expect(I.guard).toHaveAttribute("data-step", "locked");
  });
});

import { emailUser, newUser, totpUser } from "../e2e/people.ts";
import type { Person } from "../e2e/person/person.ts";
import { expect, stop } from "./stop.ts";

async function signInByMail(I: Person): Promise<void> {
  const before = await I.countMails(emailUser.email);
  await I.open();
  await I.signIn(emailUser.name);
  await I.enterCode(await I.newestCode(emailUser.email, before));
  await I.seeSignedIn(emailUser.name);
}

stop("R18 · the personal centre lists what is bound, masked, and the sign-in address stays", async ({ I, saw }) => {
  await signInByMail(I);
  await I.openSecurity();
  await expect(I.row("Your sign-in address")).toContainText("It can’t be removed here.");
  expect(await I.guard.textContent()).not.toContain(emailUser.email);
  saw(`${await I.guard.getByRole("listitem").count()} rows, no address in clear`);
});

stop("R18 · the personal centre binds and unbinds, and tells the owner by mail", async ({ I, server, saw }) => {
  await signInByMail(I);
  await I.openSecurity();
  const sent = await I.countMails(newUser.phone);
  await I.press("Add a phone number");
  await I.addPhone(newUser.phone);
  await I.seeStep("bindConfirm");
  await I.enterCenterCode(await I.newestCode(newUser.phone, sent));
  await I.seeTold("Your phone number was added.");
  await I.seeMethods("Email", "Phone");
  await I.removeButton("Phone").click();
  await I.press("Remove");
  await I.seeTold("The method was removed.");
  await I.seeMethods("Email");
  // Newest first; what the stops before changed is told in other words.
  const told = async (): Promise<string[]> => (await server.mails(emailUser.email)).map(({ subject }) => subject).filter((subject) => subject.includes("phone number"));
  await expect.poll(told).toEqual(["A phone number was removed from your account", "A phone number was added to your account"]);
  saw(`Phone bound by its code and removed; mails "${(await told()).toReversed().join('" and "')}"`);
});

stop("S-29 · a proof older than 5 min is asked for again, and then what was asked is done", async ({ I, server, saw }) => {
  await I.open();
  await I.signIn(totpUser.name);
  await I.enterCode(await I.readAppCode(totpUser.name));
  await I.seeSignedIn(totpUser.name);
  await I.openSecurity();
  await server.advance(6 * 60_000);
  await I.press("Recovery code: Make a new one");
  await I.press("Make a new one");
  await I.seeStep("stepUp");
  await I.enterCenterCode(await I.readAppCode(totpUser.name));
  const code = await I.seeNewRecoveryCode();
  saw(`the app's code asked for, then ${code.slice(0, 5)}-…`);
});

stop("R24 · a trusted device is not asked for a second factor again", async ({ I, saw }) => {
  const before = await I.countMails(emailUser.email);
  await I.open({ tokens: "cookie" });
  await I.signIn(emailUser.name);
  await I.page.locator("#guard-remember").check();
  await I.enterCode(await I.newestCode(emailUser.email, before));
  await I.seeSignedIn(emailUser.name);
  const sent = await I.countMails(emailUser.email);
  await I.open({ tokens: "cookie" });
  await I.signIn(emailUser.name);
  await I.seeSignedIn(emailUser.name);
  expect(await I.countMails(emailUser.email)).toBe(sent);
  const cookies = await I.page.context().cookies();
  expect(cookies.every(({ httpOnly }) => httpOnly)).toBe(true);
  saw(`signed in by password alone; ${cookies.length} cookies, all HttpOnly`);
});

import type { Route } from "@playwright/test";
import { pageOrigin } from "./address.ts";
import { wrongCodeFor } from "./person/code.ts";
import type { Person } from "./person/person.ts";
import { allFactors, emailUser, newUser } from "./people.ts";
import { minute } from "./time.ts";

const closed = (route: Route): Promise<void> =>
  route.fulfill({
    status: 423,
    contentType: "application/problem+json",
    headers: { "access-control-allow-origin": pageOrigin },
    body: JSON.stringify({ type: "about:blank", title: "Closed", status: 423, code: "closed", now: Date.now() }),
  });

const verify = async (I: Person): Promise<void> => {
  await I.signIn(emailUser.name);
  await I.seeCodeSentTo(emailUser.masked);
};

const bind = async (I: Person): Promise<void> => {
  await I.signIn(newUser.name);
  await I.seeBindStep();
};

/** Every view, and the way to it from an open page whose clock is taken. */
export const views: Readonly<Record<string, (I: Person) => Promise<void>>> = {
  password: async () => {},
  "password with an error": async (I) => {
    await I.signIn(emailUser.name, "not it");
    await I.seeAlert(/don’t match/);
  },
  "password with empty fields": async (I) => {
    await I.submit();
    await I.page.getByText("Enter your password", { exact: true }).waitFor();
  },
  verify,
  "verify with an error": async (I) => {
    await verify(I);
    await I.enterCode(wrongCodeFor(await I.readCode(emailUser.email)));
    await I.seeCodeError(/5 attempts left/);
  },
  "verify with half a code": async (I) => {
    await verify(I);
    await I.enterCode("1234");
  },
  "verify with an expired code": async (I) => {
    await verify(I);
    await I.letPass(10 * minute);
    await I.page.getByText("has expired. Ask for a new one.").first().waitFor();
  },
  "several methods": async (I) => {
    await I.signIn(allFactors.name);
    await I.seeCodeField();
  },
  bind,
  "bind with an error": async (I) => {
    await bind(I);
    await I.bindAddress("nowhere");
    await I.page.locator("#guard-new-email-error svg").waitFor();
  },
  unsent: async (I) => {
    await bind(I);
    await I.bindAddress(newUser.email);
    await I.seeNothingSentYet(newUser.masked);
  },
  locked: async (I) => {
    await I.signIn("locked-user");
    await I.seeLocked(60);
  },
  closed: async (I) => {
    await I.answerWith("/sign-in", closed);
    await I.signIn(emailUser.name);
    await I.guard.and(I.page.locator("[data-step=closed]")).waitFor();
  },
  expired: async (I) => {
    await verify(I);
    await I.letPass(16 * minute);
    await I.askForANewCode();
    await I.seeExpired();
  },
  "signed in": async (I) => {
    await verify(I);
    await I.enterCode(await I.readCode(emailUser.email));
    await I.seeSignedIn(emailUser.name);
  },
};

import type { Route } from "@playwright/test";
import { emailUser } from "./people.ts";
import { test } from "./test.ts";

test.use({ faultsAreMade: true });

/** The server hears the call and answers; the line breaks before the page does. */
const loseTheAnswer = async (route: Route): Promise<void> => {
  if (route.request().method() === "OPTIONS") return route.continue();
  await route.fetch();
  await route.abort("connectionreset");
};

test("a right code whose answer was lost signs in at the next try, with the same code and one mail (R12a)", async ({ I }) => {
  await I.open();
  await I.signIn(emailUser.name);
  const code = await I.readCode(emailUser.email);
  await I.answerWith("/challenge/verify", loseTheAnswer);
  await I.enterCode(code);
  await I.seeAlert("No connection. Check your network and try again.");
  await I.letTheServerAnswerAgain("/challenge/verify");
  await I.submit();
  await I.seeSignedIn(emailUser.name);
});

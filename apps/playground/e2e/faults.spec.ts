import type { Route } from "@playwright/test";
import { pageOrigin } from "./address.ts";
import type { Person } from "./person/person.ts";
import { emailUser } from "./people.ts";
import { expect, test } from "./test.ts";
import { minute } from "./time.ts";

const answer = (status: number, contentType: string, body: string) => (route: Route) =>
  route.fulfill({ status, contentType, body, headers: { "access-control-allow-origin": pageOrigin } });

const faults: readonly { readonly name: string; readonly says: string; readonly respond: (route: Route) => Promise<void> }[] = [
  { name: "no connection", says: "No connection. Check your network and try again.", respond: (route) => route.abort("internetdisconnected") },
  { name: "a 500", says: "Something went wrong. Try again.", respond: answer(500, "text/plain", "Internal Server Error") },
  { name: "malformed JSON", says: "Something went wrong. Try again.", respond: answer(200, "application/json", '{"status":"done","session":{"tok') },
  { name: "HTML", says: "Something went wrong. Try again.", respond: answer(200, "text/html", "<h1>Welcome to our network. Please accept the terms.</h1>") },
  { name: "a success out of shape", says: "Something went wrong. Try again.", respond: answer(200, "application/json", '{"status":"done","session":{"token":"gs_1"},"now":1}') },
];

async function reachTheCode(I: Person): Promise<void> {
  await I.open();
  await I.signIn(emailUser.name);
  await I.seeCodeSentTo(emailUser.masked);
}

test.use({ faultsAreMade: true });

for (const { name, says, respond } of faults) {
  test(`${name} at the password, the send, the reload and the code: a message each time, nothing lost, never a success`, async ({ I }) => {
    await I.open();
    await I.answerWith("/sign-in", respond);
    await I.signIn(emailUser.name);
    await I.seeAlert(says);
    await I.seeNotSignedIn();
    await I.seeFirstStep(emailUser.name);
    await expect(I.passwordField).not.toHaveValue("");
    await I.letTheServerAnswerAgain("/sign-in");

    await I.answerWith("/challenge/send", respond);
    await I.submit();
    await I.seeCodeField();
    await I.seeAlert(says);
    await I.letTheServerAnswerAgain("/challenge/send");
    await I.pressSendCode();
    await I.seeCodeSentTo(emailUser.masked);
    const code = await I.readCode(emailUser.email);

    await I.answerWith("/challenge", respond);
    await I.reload();
    await I.seeAlert(says);
    await I.seeNotSignedIn();
    await I.letTheServerAnswerAgain("/challenge");
    await I.page.getByRole("button", { name: "Try again" }).click();
    await I.seeCodeSentTo(emailUser.masked);

    await I.answerWith("/challenge/verify", respond);
    await I.enterCode(code);
    await I.seeAlert(says);
    await I.seeNotSignedIn();
    await expect(I.codeField).toHaveValue(code);
    await I.letTheServerAnswerAgain("/challenge/verify");
    await I.verifyButton.click();
    await I.seeSignedIn(emailUser.name);
    expect(await I.countMails(emailUser.email)).toBe(1);
  });
}

test("offline: the browser itself has no network, a message says so and nothing is lost", async ({ I }) => {
  await reachTheCode(I);
  const code = await I.readCode(emailUser.email);
  await I.goOffline();
  await I.enterCode(code);
  await I.seeAlert("No connection. Check your network and try again.");
  await expect(I.codeField).toHaveValue(code);
  await I.seeNotSignedIn();
  await I.goOnline();
  await I.verifyButton.click();
  await I.seeSignedIn(emailUser.name);
});

test("offline from the first step: every later step is there all the same", async ({ I }) => {
  await I.open();
  await I.seeLaterStepsFetched();
  await I.goOffline();
  await I.signIn(emailUser.name);
  await I.seeAlert("No connection. Check your network and try again.");
  await I.goOnline();
  await I.submit();
  await I.seeCodeSentTo(emailUser.masked);
});

test("a server that never answers is given up after a while, and nothing is lost", async ({ I }) => {
  await I.takeThePagesClock();
  await reachTheCode(I);
  const code = await I.readCode(emailUser.email);
  const verify = await I.hold("/challenge/verify");
  await I.enterCode(code);
  await verify.arrived;
  await I.letPassForThePage(minute / 4);
  await I.seeAlert("That took too long. Try again.");
  await expect(I.codeField).toHaveValue(code);
  await verify.release();
  await I.seeNotSignedIn();
});

test("an answer after unmount signs nobody in", async ({ I }) => {
  await reachTheCode(I);
  const verify = await I.holdAnswers("/challenge/verify");
  await I.enterCode(await I.readCode(emailUser.email));
  await verify.arrived;
  await I.chooseUserInThePanel("admin");
  await I.seeFirstStep("admin");
  await verify.release();
  await I.seeFirstStep("admin");
  await I.seeNotSignedIn();
});

test("a call whose Guard left the page is ended, and signs nobody in", async ({ I }) => {
  await reachTheCode(I);
  const verify = await I.hold("/challenge/verify");
  await I.enterCode(await I.readCode(emailUser.email));
  await verify.arrived;
  const ended = I.page.waitForEvent("requestfailed", (request) => request.url().endsWith("/challenge/verify"));
  await I.chooseUserInThePanel("admin");
  await ended;
  await verify.release();
  await I.seeFirstStep("admin");
  await I.seeNotSignedIn();
});

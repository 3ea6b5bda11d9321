import { emailUser, newUser } from "./people.ts";
import { expect, test } from "./test.ts";
import { second } from "./time.ts";

test.use({ contextOptions: { reducedMotion: "no-preference" } });

test.describe("login with a bound e-mail", () => {
  test("exactly one mail arrives without anybody pressing Send, under React StrictMode", async ({ I }) => {
    await I.page.addInitScript(countRunsOfAnEffect);
    await I.open({ app: "demo-email" });
    expect(await I.page.evaluate(() => (window as unknown as { runs: number }).runs), "each effect runs twice").toBe(2);
    await I.signIn(emailUser.name);
    await I.seeCodeSentTo(emailUser.masked);
    await I.enterCode(await I.readCode(emailUser.email));
    await I.seeSignedIn(emailUser.name);
    expect(await I.countMails(emailUser.email)).toBe(1);
    expect(I.countRequests("/challenge/send")).toBe(1);
  });

  test("exactly one mail arrives after a reload in the middle: the login resumes and the code works", async ({ I }) => {
    await I.open();
    await I.signIn(emailUser.name);
    await I.seeCodeSentTo(emailUser.masked);
    await I.reload();
    await I.seeCodeSentTo(emailUser.masked);
    expect(I.countRequests("/challenge/send"), "a reload asks for no code").toBe(1);
    await I.enterCode(await I.readCode(emailUser.email));
    await I.seeSignedIn(emailUser.name);
    expect(await I.countMails(emailUser.email)).toBe(1);
  });

  test("exactly one mail arrives when the reload comes before the first send was answered", async ({ I }) => {
    await I.open();
    const send = await I.holdAnswers("/challenge/send");
    await I.signIn(emailUser.name);
    await send.arrived;
    await I.reload();
    await send.release();
    await I.seeCodeSentTo(emailUser.masked);
    await I.enterCode(await I.readCode(emailUser.email));
    await I.seeSignedIn(emailUser.name);
    expect(await I.countMails(emailUser.email)).toBe(1);
  });

  test("after a reload the countdown is right to one second", async ({ I }) => {
    await I.open();
    await I.signIn(emailUser.name);
    await I.seeCodeSentTo(emailUser.masked);
    await I.seeCountdownRight();
    // The page can't know of these seconds but from the server.
    await I.advanceServerClock(23 * second);
    await I.reload();
    await I.seeCodeSentTo(emailUser.masked);
    await I.seeCountdownRight();
    expect(await I.readCountdown()).toBeLessThanOrEqual(37);
  });

  test("exactly one mail arrives with two tabs, and its code works in the second", async ({ I, another }) => {
    await I.open();
    await I.signIn(emailUser.name);
    await I.seeCodeSentTo(emailUser.masked);
    const inSecondTab = await another.tab();
    await inSecondTab.open();
    await inSecondTab.signIn(emailUser.name);
    await inSecondTab.seeCodeSentTo(emailUser.masked);
    await inSecondTab.seeCountdownRight();
    await inSecondTab.enterCode(await I.readCode(emailUser.email));
    await inSecondTab.seeSignedIn(emailUser.name);
    expect(await I.countMails(emailUser.email)).toBe(1);
  });

  test("exactly one mail arrives when the tab is duplicated in the middle", async ({ I, another }) => {
    await I.open();
    await I.signIn(emailUser.name);
    await I.seeCodeSentTo(emailUser.masked);
    const inSecondTab = await another.duplicate();
    await inSecondTab.seeCodeSentTo(emailUser.masked);
    await inSecondTab.enterCode(await I.readCode(emailUser.email));
    await inSecondTab.seeSignedIn(emailUser.name);
    expect(await I.countMails(emailUser.email)).toBe(1);
  });

  test("exactly one mail arrives with two browsers, and its code works in the second", async ({ I, another }) => {
    await I.open();
    await I.signIn(emailUser.name);
    await I.seeCodeSentTo(emailUser.masked);
    const elsewhere = await another.browser();
    await elsewhere.open();
    await elsewhere.signIn(emailUser.name);
    await elsewhere.seeCodeSentTo(emailUser.masked);
    await elsewhere.enterCode(await I.readCode(emailUser.email));
    await elsewhere.seeSignedIn(emailUser.name);
    expect(await I.countMails(emailUser.email)).toBe(1);
  });

  test("after Back and a second sign-in within 60 seconds the first mail’s code works", async ({ I }) => {
    await I.open();
    await I.signIn(emailUser.name);
    await I.seeCodeSentTo(emailUser.masked);
    const code = await I.readCode(emailUser.email);
    await I.goBackToTheFirstStep();
    await I.seeFirstStep(emailUser.name);
    await expect(I.identifierField).toBeFocused();
    await I.signIn(emailUser.name);
    await I.seeCodeSentTo(emailUser.masked);
    await I.enterCode(code);
    await I.seeSignedIn(emailUser.name);
    expect(await I.countMails(emailUser.email)).toBe(1);
  });

  test("after the browser’s own Back and Forward the login goes on and no second mail arrives", async ({ I }) => {
    await I.open();
    await I.signIn(emailUser.name);
    await I.seeCodeSentTo(emailUser.masked);
    await I.page.goto("about:blank");
    await I.page.goBack();
    await I.seeCodeSentTo(emailUser.masked);
    await I.enterCode(await I.readCode(emailUser.email));
    await I.seeSignedIn(emailUser.name);
    expect(await I.countMails(emailUser.email)).toBe(1);
  });

  test("a wrong password says so once for both fields, clears the password and keeps the identifier", async ({ I }) => {
    await I.open();
    await I.signIn(emailUser.name, "not it");
    await I.seeAlert("That sign-in and password don’t match. Check both and try again.");
    await I.seeFirstStep(emailUser.name);
    await expect(I.passwordField).toHaveValue("");
    await expect(I.passwordField).toBeFocused();
    expect(await I.countMails(emailUser.email)).toBe(0);
  });

  test("somebody else after the panel’s choice resumes their own login, not the one before", async ({ I }) => {
    await I.open({ user: emailUser.name });
    await I.signIn(emailUser.name);
    await I.seeCodeSentTo(emailUser.masked);
    await I.chooseUserInThePanel("admin");
    await I.seeFirstStep("admin");
    await I.signIn("admin");
    await I.seeCodeSentTo("a•••@e•••.com");
    await I.reload();
    await I.seeCodeSentTo("a•••@e•••.com");
    expect(await I.countMails("admin@example.com")).toBe(1);
  });

  test("whoever needs no second factor is signed in by the password alone", async ({ I }) => {
    await I.open();
    await I.signIn("bypassed-user");
    await I.seeSignedIn("bypassed-user");
  });

  test("after signing out the first step is back", async ({ I }) => {
    await I.open({ app: "demo-open" });
    await I.signIn(newUser.name);
    await I.seeSignedIn(newUser.name);
    await I.page.getByRole("button", { name: "Sign out" }).click();
    await I.seeFirstStep();
  });
});

/** The playground writes its address in an effect that runs once a mount: twice where React doubles effects. */
function countRunsOfAnEffect(): void {
  const write = history.replaceState.bind(history);
  Object.assign(window, { runs: 0 });
  history.replaceState = (...written) => {
    (window as unknown as { runs: number }).runs += 1;
    write(...written);
  };
}

/** React's own note on the tree under #root; nothing else tells from outside. */
const modeOfTheTree = (): number => {
  const root = document.getElementById("root") as unknown as Record<string, { stateNode: { current: { child: { mode: number } } } }>;
  const key = Object.keys(root).find((each) => each.startsWith("__reactContainer$")) ?? "";
  return root[key]?.stateNode.current.child.mode ?? 0;
};

test("every flow of this suite runs in StrictMode, each effect twice (law 4)", async ({ I }) => {
  await I.open();
  const [strict, effectsTwice] = [8, 16];
  expect((await I.page.evaluate(modeOfTheTree)) & (strict + effectsTwice)).toBe(strict + effectsTwice);
});

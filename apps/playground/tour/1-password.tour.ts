import { emailUser } from "../e2e/people.ts";
import { loseTheAnswer } from "../e2e/lost.ts";
import { wrongCodesFor } from "../e2e/person/code.ts";
import { expect, stop } from "./stop.ts";

stop("R1 · a wrong pair gives one message that does not say which was wrong", async ({ I, saw }) => {
  await I.open({ app: "demo-email" });
  const told: string[] = [];
  for (const [user, secret] of [[emailUser.name, "not it"], ["nobody-of-that-name", "not it"]] as const) {
    await I.signIn(user, secret);
    // Emptied by the answer; until then the alert is still that of the try before.
    await expect(I.passwordField).toHaveValue("");
    await expect(I.alert).not.toBeEmpty();
    told.push((await I.alert.textContent()) ?? "");
  }
  expect(told[0]).toBe(told[1]);
  saw(`"${told[0]}" both times`);
});

stop("R2 · an application without factors asks for the password alone", async ({ I, saw }) => {
  await I.open({ app: "demo-open" });
  await I.signIn(emailUser.name);
  await I.seeSignedIn(emailUser.name);
  saw(`signed in; ${I.requests().filter((path) => path.startsWith("/challenge")).length} calls of a challenge`);
});

stop("R3 · an application without rules of its own follows the global policy (e-mail)", async ({ I, saw }) => {
  await I.open({ app: "demo-global" });
  await I.signIn(emailUser.name);
  await I.seeCodeSentTo(emailUser.masked);
  saw(`a code by e-mail to ${emailUser.masked}`);
});

stop("R4 · a user whose second factor is switched off needs none", async ({ I, saw }) => {
  await I.open();
  await I.signIn("bypassed-user");
  await I.seeSignedIn("bypassed-user");
  saw("signed in by password");
});

stop("R5 · redirectTo is answered for a listed address only", async ({ server, saw }) => {
  const ask = async (redirectUri: string): Promise<unknown> => {
    const response = await server.call("POST", "/sign-in", { app: "demo-open", identifier: emailUser.name, password: "Guard-demo-2026!", redirectUri });
    return ((await response.json()) as { redirectTo?: string; code?: string }).redirectTo ?? "none";
  };
  const [listed, stranger] = [await ask("http://localhost:5173/welcome"), await ask("https://evil.example/welcome")];
  expect([listed, stranger]).toEqual(["http://localhost:5173/welcome", "none"]);
  saw(`${String(listed)} for the listed one, ${String(stranger)} for a stranger's`);
});

stop("R7 · with a bound address the first code is sent by itself, and signs in", async ({ I, saw }) => {
  await I.open({ app: "demo-email" });
  const before = await I.countMails(emailUser.email);
  await I.signIn(emailUser.name);
  await I.seeCodeSentTo(emailUser.masked);
  const code = await I.newestCode(emailUser.email, before);
  await I.enterCode(code);
  await I.seeSignedIn(emailUser.name);
  saw(`code ${code} by mail, and nobody pressed Send`);
});

stop("R9 · another code can be asked for after 60 s, counted by the server", async ({ I, saw }) => {
  await I.open({ app: "demo-email" });
  await I.signIn(emailUser.name);
  await I.seeCodeSentTo(emailUser.masked);
  await expect.poll(() => I.readCountdown()).toBeGreaterThan(0);
  const seconds = await I.readCountdown();
  await expect(I.resendButton).toHaveAttribute("aria-disabled", "true");
  saw(`${seconds} s left, the button focusable and inert`);
});

stop("R9a · neither a reload nor Back and signing in again sends a second code", async ({ I, saw }) => {
  await I.open({ app: "demo-email" });
  const start = await I.countMails(emailUser.email);
  await I.signIn(emailUser.name);
  await I.newestCode(emailUser.email, start);
  await I.seeCodeSentTo(emailUser.masked);
  const before = await I.countMails(emailUser.email);
  await I.reload();
  await I.seeCodeSentTo(emailUser.masked);
  await I.goBackToTheFirstStep();
  await I.signIn(emailUser.name);
  await I.seeCodeSentTo(emailUser.masked);
  expect(await I.countMails(emailUser.email)).toBe(before);
  saw(`${before} mails before and after`);
});

stop("R9b · addresses are masked by the server, with the same number of dots whatever their length", async ({ server, saw }) => {
  const maskOf = async (identifier: string): Promise<string> => {
    const response = await server.call("POST", "/sign-in/code", { app: "demo", identifier });
    return ((await response.json()) as { sentTo: string }).sentTo;
  };
  const masks = [await maskOf("jo@x.example"), await maskOf("johanna.longname@mailbox.example"), await maskOf("+447400654321")];
  expect(masks).toEqual(["j•••@x•••.example", "j•••@m•••.example", "+44 •••••••• 21"]);
  saw(masks.join(", "));
});

stop("R12a · a right code whose answer was lost signs in at the next try, and is spent once", async ({ I, saw }) => {
  await I.open({ app: "demo-email" });
  const before = await I.countMails(emailUser.email);
  await I.signIn(emailUser.name);
  await I.seeCodeField();
  await I.answerWith("/challenge/verify", loseTheAnswer);
  await I.enterCode(await I.newestCode(emailUser.email, before));
  await expect(I.alert).not.toBeEmpty();
  const told = (await I.alert.textContent()) ?? "";
  await I.letTheServerAnswerAgain("/challenge/verify");
  await I.submit();
  await I.seeSignedIn(emailUser.name);
  saw(`"${told}", then signed in with the same code`);
});

stop("R12 · a wrong code says how many attempts are left, and the field is empty again", async ({ I, saw }) => {
  await I.open({ app: "demo-email" });
  await I.signIn("admin");
  await I.seeCodeField();
  const [wrong = ""] = wrongCodesFor(await I.newestCode("admin@example.com", 0));
  await I.enterCode(wrong);
  await I.seeCodeFieldCleared();
  const told = (await I.page.locator("#guard-otp-error").textContent()) ?? "";
  saw(`"${told}"`);
});

stop("R11 · the sixth wrong code in a row locks for an hour, over all applications", async ({ I, saw }) => {
  await I.open({ app: "demo-email" });
  await I.signIn("admin");
  await I.seeCodeField();
  // One was wrong at the stop before; five more make six.
  const wrong = wrongCodesFor(await I.newestCode("admin@example.com", 1)).slice(0, 5);
  for (const [index, code] of wrong.entries()) {
    await I.enterCode(code);
    if (index < 4) await I.seeCodeError(new RegExp(`${4 - index} attempts? left`));
  }
  await expect(I.guard).toHaveAttribute("data-step", "locked");
  const when = (await I.guard.locator("time").first().textContent()) ?? "";
  await I.open({ app: "demo-global" });
  await I.signIn("admin");
  await expect(I.guard).toHaveAttribute("data-step", "locked");
  saw(`locked, ${when} to go, in another application too`);
});

stop("R11a · during the lock a wrong password hears the one generic answer", async ({ I, saw }) => {
  await I.open();
  await I.signIn("locked-user", "not it");
  await expect(I.alert).not.toBeEmpty();
  const told = (await I.alert.textContent()) ?? "";
  await I.signIn("locked-user");
  await expect(I.guard).toHaveAttribute("data-step", "locked");
  saw(`"${told}", and the lock for the right one`);
});

import { emailUser, newUser, totpUser } from "../e2e/people.ts";
import { expect, stop } from "./stop.ts";

stop("R8 · nothing bound: bind an address, and press Send code", async ({ I, saw }) => {
  await I.open({ app: "demo-email" });
  await I.signIn(newUser.name);
  await I.seeBindStep();
  await I.bindAddress(newUser.email);
  await I.seeNothingSentYet(newUser.masked);
  const before = await I.countMails(newUser.email);
  await I.pressSendCode();
  await I.seeCodeField();
  await I.enterCode(await I.newestCode(newUser.email, before));
  await I.seeSignedIn(newUser.name);
  saw(`${newUser.masked} named, nothing sent until Send was pressed, bound by its code`);
});

stop("R6 · an SMS carries the code and the line a browser can read it by (WebOTP)", async ({ I, server, saw }) => {
  await I.open();
  const before = await I.countMails("+8613800138000");
  await I.signIn("phone-user");
  await I.seeCodeField();
  const code = await I.newestCode("+8613800138000", before);
  const [message] = (await server.mails("+8613800138000")) as readonly { readonly text?: string }[];
  const lastLine = message?.text?.trim().split("\n").at(-1) ?? "";
  expect(lastLine).toMatch(new RegExp(`^@\\S+ #${code}$`));
  await I.enterCode(code);
  await I.seeSignedIn("phone-user");
  saw(`"${lastLine}"`);
});

stop("R13 · several factors are tabs: each keeps its text, and a bound one sends once", async ({ I, saw }) => {
  await I.open();
  await I.signIn("all-factors");
  await I.seeCodeField();
  const tabs = await I.page.getByRole("tab").allTextContents();
  await I.codeField.fill("123");
  const before = await I.countMails("+8613800138001");
  for (const name of ["Text", "Email", "Text", "Email"]) {
    await I.page.getByRole("tab", { name }).click();
    await I.seeCodeField();
    await expect(I.page.getByRole("tab", { name })).toHaveAttribute("aria-selected", "true");
  }
  await expect(I.codeField).toHaveValue("123");
  await expect.poll(() => I.countMails("+8613800138001")).toBe(before + 1);
  saw(`tabs ${tabs.join(", ")}; "123" kept; one SMS for two visits`);
});

stop("R14 · nothing that this application asks for is bound: prove another factor, then enrol the app", async ({ I, saw }) => {
  await I.open({ app: "demo-totp" });
  const before = await I.countMails(emailUser.email);
  await I.signIn(emailUser.name);
  await I.seeCodeField();
  await expect(I.guard).toContainText("First confirm it’s you");
  await I.enterCode(await I.newestCode(emailUser.email, before));
  await I.seeEnrolment();
  await I.enterCode(await (await I.scanTheKey()).code());
  const recovery = await I.seeNewRecoveryCode();
  await I.acknowledge();
  await I.seeSignedIn(emailUser.name);
  saw(`QR and key, then ${recovery.slice(0, 5)}-… shown once, then the session`);
});

stop("R15 · the recovery code signs in once, and a new one is shown", async ({ I, saw }) => {
  await I.open({ app: "demo-totp" });
  await I.signIn(totpUser.name);
  await I.openRecovery();
  await I.enterRecovery(totpUser.recoveryCode);
  const next = await I.seeNewRecoveryCode();
  await I.acknowledge();
  await I.seeSignedIn(totpUser.name);
  await I.open({ app: "demo-totp" });
  await I.signIn(totpUser.name);
  await I.openRecovery();
  await I.enterRecovery(totpUser.recoveryCode);
  await I.seeRecoveryError(/attempts? left/);
  await I.enterRecovery(next);
  await I.seeNewRecoveryCode();
  saw("the old one refused, the new one taken");
});

stop("R16 · a code of the app is accepted once", async ({ I, saw }) => {
  await I.open({ app: "demo-totp" });
  await I.signIn("all-factors");
  await I.seeCodeField();
  const code = await I.readAppCode("all-factors");
  await I.enterCode(code);
  await I.seeSignedIn("all-factors");
  await I.open({ app: "demo-totp" });
  await I.signIn("all-factors");
  await I.enterCode(code);
  await I.seeCodeError(/attempts? left/);
  saw(`${code} signed in, then refused`);
});

stop("R2a · sign-in by a code alone, where the application allows it", async ({ I, saw }) => {
  await I.open();
  const before = await I.countMails(emailUser.email);
  await I.page.getByRole("button", { name: "Use a code instead" }).click();
  await I.identifierField.fill(emailUser.email);
  await I.submit();
  await I.seeCodeField();
  await I.enterCode(await I.newestCode(emailUser.email, before));
  await I.seeSignedIn(emailUser.name);
  saw("a session without a password and without a second factor");
});

stop("R17 · without a face provider no tab offers a face", async ({ I, server, saw }) => {
  const settings = (await (await server.call("GET", "/settings?app=demo")).json()) as { factors: readonly string[] };
  await I.open();
  await I.signIn("all-factors");
  await I.seeCodeField();
  await expect(I.page.getByRole("tab", { name: "Face" })).toHaveCount(0);
  saw(`factors ${settings.factors.join(", ")}`);
});

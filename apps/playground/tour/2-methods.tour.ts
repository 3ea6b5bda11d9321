import { faceVerifier } from "../e2e/faces/models.ts";
import { allFactors, emailUser, newUser, phoneUser, totpUser } from "../e2e/people.ts";
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
  const before = await I.countMails(phoneUser.phone);
  await I.signIn(phoneUser.name);
  await I.seeCodeField();
  const code = await I.newestCode(phoneUser.phone, before);
  const [message] = (await server.mails(phoneUser.phone)) as readonly { readonly text?: string }[];
  const lastLine = message?.text?.trim().split("\n").at(-1) ?? "";
  expect(lastLine).toMatch(new RegExp(`^@\\S+ #${code}$`));
  await I.enterCode(code);
  await I.seeSignedIn(phoneUser.name);
  saw(`"${lastLine}"`);
});

stop("R13 · several factors are tabs: each keeps its text, and a bound one sends once", async ({ I, saw }) => {
  await I.open();
  await I.signIn(allFactors.name);
  await I.seeCodeField();
  const tabs = await I.page.getByRole("tab").allTextContents();
  await I.codeField.fill("123");
  const before = await I.countMails(allFactors.phone);
  for (const name of ["Text", "Email", "Text", "Email"]) {
    await I.chooseTab(name);
    await I.seeTabChosen(name);
    await I.seeCodeField();
  }
  await expect(I.codeField).toHaveValue("123");
  await I.chooseTab("Text");
  // The answer to its one send: nothing is on its way any more.
  await I.seeCodeSentTo(allFactors.maskedPhone);
  expect(await I.countMails(allFactors.phone)).toBe(before + 1);
  saw(`tabs ${tabs.join(", ")}; "123" kept; one SMS for three visits`);
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

stop("R14 · a code of the app is accepted once", async ({ I, saw }) => {
  await I.open({ app: "demo-totp" });
  await I.signIn(allFactors.name);
  await I.seeCodeField();
  const code = await I.readAppCode(allFactors.name);
  await I.enterCode(code);
  await I.seeSignedIn(allFactors.name);
  await I.open({ app: "demo-totp" });
  await I.signIn(allFactors.name);
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
  const settings = (await (await server.call("GET", "/settings?app=demo-face")).json()) as { factors: readonly string[] };
  await I.open({ app: "demo-face" });
  await I.signIn(allFactors.name);
  await I.seeCodeSentTo(allFactors.maskedEmail);
  await expect(I.tab("Face")).toHaveCount(0);
  expect(settings.factors).not.toContain("face");
  saw(`demo-face asks for ${settings.factors.join(", ")}`);
});

stop("R17 · with one, a photo binds a face, another photo confirms it, and somebody else’s is refused and counted", async ({ own, saw }) => {
  const { I } = await own({ FACE_VERIFIER: faceVerifier });
  await I.open({ app: "demo-face" });
  await I.signIn(newUser.name);
  await I.seeFaceStep();
  await I.choosePhotoOf("ann");
  await I.seeSignedIn(newUser.name);
  await I.open({ app: "demo-face" });
  await I.signIn(newUser.name);
  await I.seeFaceStep();
  await I.choosePhotoOf("bob");
  await I.seeAlert(/5 attempts left/);
  const told = (await I.alert.textContent()) ?? "";
  await I.choosePhotoOf("ann", 4);
  await I.seeSignedIn(newUser.name);
  saw(`Ann bound, Bob told "${told}", Ann signed in`);
});

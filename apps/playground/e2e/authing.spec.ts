import { allFactors, emailUser, newUser, phoneUser } from "./people.ts";
import { faceVerifier } from "./faces/models.ts";
import { wrongCodesFor } from "./person/code.ts";
import { expect, test } from "./test.ts";

// <Guard> in front of Authing's routes: the adapter, authing-js-sdk as it comes from npm, CORS and cookies, in a real page.

test.use({ settings: { FACE_VERIFIER: faceVerifier } });

test("a password and a code by e-mail sign in, the SDK has the session, and signing out ends it", async ({ I, server }) => {
  await I.open({ backend: "authing" });
  await I.signIn(emailUser.name);
  await I.seeCodeSentTo(emailUser.masked);
  await I.enterCode(await I.readCode(emailUser.email));
  await I.seeSignedIn(emailUser.name);
  const kept = await I.page.evaluate(() => localStorage.getItem("_authing_token") ?? "");
  expect((await server.call("GET", "/session", undefined, kept)).status).toBe(200);
  await I.page.getByRole("button", { name: "Sign out" }).click();
  await I.seeFirstStep();
  expect((await server.call("GET", "/session", undefined, kept)).status).toBe(401);
  expect(await I.page.evaluate(() => localStorage.getItem("_authing_token"))).toBeNull();
});

test("a code by SMS is sent, and the sixth wrong one locks for an hour", async ({ I }) => {
  await I.open({ backend: "authing" });
  await I.signIn(phoneUser.name);
  await I.seeCodeSentTo(phoneUser.masked);
  const code = await I.readCode(phoneUser.phone);
  for (const [at, wrong] of wrongCodesFor(code).entries()) {
    if (at > 0) await I.seeCodeError(new RegExp(`${6 - at} attempts? left`));
    await I.enterCode(wrong);
  }
  await I.seeLocked(60);
});

test("an authenticator app is set up, its recovery code signs in once, and the next one is shown", async ({ I }) => {
  await I.open({ backend: "authing", app: "demo-totp" });
  await I.signIn(newUser.name);
  await I.seeEnrolment();
  await I.enterCode(await (await I.scanTheKey()).code());
  const first = await I.seeNewRecoveryCode();
  await I.acknowledge();
  await I.seeSignedIn(newUser.name);
  await I.open({ backend: "authing", app: "demo-totp" });
  await I.signIn(newUser.name);
  await I.openRecovery();
  await I.enterRecovery(first);
  expect(await I.seeNewRecoveryCode()).not.toBe(first);
  await I.acknowledge();
  await I.seeSignedIn(newUser.name);
  expect(await I.page.evaluate(() => localStorage.getItem("_authing_user"))).not.toContain("recoveryCode");
});

test("a reload begins again at the password, and an address is bound by its code", async ({ I }) => {
  await I.open({ backend: "authing" });
  await I.signIn(emailUser.name);
  await I.seeCodeSentTo(emailUser.masked);
  await I.reload();
  await I.seeFirstStep();
  await I.signIn(newUser.name);
  await I.bindAddress(newUser.email);
  await I.seeNothingSentYet(newUser.masked);
  expect(await I.countMails(newUser.email)).toBe(0);
  await I.pressSendCode();
  await I.enterCode(await I.readCode(newUser.email));
  await I.seeSignedIn(newUser.name);
});

test("a face is bound by a photo that is uploaded, and a method is chosen by its tab", async ({ I }) => {
  await I.open({ backend: "authing", app: "demo-face" });
  await I.signIn(newUser.name);
  await I.seeFaceStep();
  await I.choosePhotoOf("ann");
  await I.seeSignedIn(newUser.name);
  await I.open({ backend: "authing" });
  await I.signIn(allFactors.name);
  await I.chooseTab("App");
  await I.enterCode(await I.readAppCode(allFactors.name));
  await I.seeSignedIn(allFactors.name);
});

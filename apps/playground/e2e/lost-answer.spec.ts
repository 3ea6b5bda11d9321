import { loseTheAnswer } from "./lost.ts";
import { emailUser, newUser, totpUser } from "./people.ts";
import { test } from "./test.ts";

test.use({ faultsAreMade: true });

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

test("of an authenticator app's code: its step is not spent twice (R12a)", async ({ I }) => {
  await I.open({ app: "demo-totp" });
  await I.signIn(totpUser.name);
  await I.seeCodeField();
  await I.answerWith("/challenge/verify", loseTheAnswer);
  await I.enterCode(await I.readAppCode(totpUser.name));
  await I.seeAlert("No connection. Check your network and try again.");
  await I.letTheServerAnswerAgain("/challenge/verify");
  await I.submit();
  await I.seeSignedIn(totpUser.name);
});

test("of the code that binds an app: it is bound, and a recovery code is shown all the same (R12a, R14)", async ({ I }) => {
  await I.open({ app: "demo-totp" });
  await I.signIn(newUser.name);
  await I.seeEnrolment();
  const app = await I.scanTheKey();
  await I.answerWith("/challenge/totp/confirm", loseTheAnswer);
  await I.enterCode(await app.code());
  await I.seeAlert("No connection. Check your network and try again.");
  await I.letTheServerAnswerAgain("/challenge/totp/confirm");
  await I.submit();
  const recoveryCode = await I.seeNewRecoveryCode();
  await I.acknowledge();
  await I.seeSignedIn(newUser.name);
  // The one that is shown is the one that works; the lost one is gone.
  await I.open({ app: "demo-totp" });
  await I.signIn(newUser.name);
  await I.openRecovery();
  await I.enterRecovery(recoveryCode);
  await I.seeNewRecoveryCode();
});

test("of a recovery code: used once, and the new one arrives (R12a, R15)", async ({ I }) => {
  await I.open({ app: "demo-totp" });
  await I.signIn(totpUser.name);
  await I.openRecovery();
  await I.answerWith("/challenge/recovery", loseTheAnswer);
  await I.enterRecovery(totpUser.recoveryCode);
  await I.seeAlert("No connection. Check your network and try again.");
  await I.letTheServerAnswerAgain("/challenge/recovery");
  await I.submit();
  await I.seeNewRecoveryCode();
  await I.acknowledge();
  await I.seeSignedIn(totpUser.name);
});

test("of a code that signs in by itself: spent once, and signed in (R12a, R2a)", async ({ I }) => {
  await I.open();
  await I.press("Use a code instead");
  await I.identifierField.fill(emailUser.email);
  await I.submit();
  await I.seeCodeField();
  await I.answerWith("/sign-in/code/verify", loseTheAnswer);
  await I.enterCode(await I.readCode(emailUser.email));
  await I.seeAlert("No connection. Check your network and try again.");
  await I.letTheServerAnswerAgain("/sign-in/code/verify");
  await I.submit();
  await I.seeSignedIn(emailUser.name);
});

test("of the code that binds a phone: bound once, and signed in (R12a, R8)", async ({ I }) => {
  await I.open();
  await I.signIn(newUser.name);
  await I.chooseTab("Text");
  await I.bindNumber(newUser.phone);
  await I.pressSendCode();
  await I.seeCodeField();
  await I.answerWith("/challenge/verify", loseTheAnswer);
  await I.enterCode(await I.readCode(newUser.phone));
  await I.seeAlert("No connection. Check your network and try again.");
  await I.letTheServerAnswerAgain("/challenge/verify");
  await I.submit();
  await I.seeSignedIn(newUser.name);
});

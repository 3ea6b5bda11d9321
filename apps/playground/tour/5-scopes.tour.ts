import { newUser, totpUser } from "../e2e/people.ts";
import { expect, stop } from "./stop.ts";

/** More than the wait between two codes. */
const WAIT_MS = 61_000;

stop("R16a · an address bound in one application counts there; in another with rules of its own it proves, and one is bound anew", async ({ own, saw }) => {
  const { I } = await own();
  await I.takeThePagesClock();
  await I.open({ app: "demo-email" });
  await I.signIn(newUser.name);
  await I.bindAddress(newUser.email);
  await I.pressSendCode();
  await I.enterCode(await I.newestCode(newUser.email, 0));
  await I.seeSignedIn(newUser.name);
  await I.letPass(WAIT_MS);
  await I.open({ app: "demo-email" });
  await I.signIn(newUser.name);
  await I.seeCodeSentTo(newUser.masked);
  await I.letPass(WAIT_MS);
  await I.open({ app: "demo" });
  await I.signIn(newUser.name);
  await expect(I.guard).toContainText("First confirm it’s you");
  await I.seeCodeSentTo(newUser.masked);
  await I.enterCode(await I.newestCode(newUser.email, 2));
  await I.seeBindStep();
  await I.chooseTab("Text");
  await I.bindNumber(newUser.phone);
  await I.pressSendCode();
  await I.enterCode(await I.newestCode(newUser.phone, 0));
  await I.seeSignedIn(newUser.name);
  saw(`sent by itself in demo-email; in demo "First confirm it’s you", then ${newUser.maskedPhone} bound`);
});

stop("R16 · authenticator apps switched off and on again are bound anew, and the recovery code went with the old one", async ({ own, saw }) => {
  const { I, server } = await own();
  const save = async (app: string, ...factors: readonly string[]): Promise<void> => {
    const answer = await fetch(`${server.url}/dev/factors`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ app, factors }) });
    expect(answer.status, await answer.text()).toBe(200);
  };
  await I.open({ app: "demo-totp" });
  await I.signIn(totpUser.name);
  await I.enterCode(await I.readAppCode(totpUser.name));
  await I.seeSignedIn(totpUser.name);
  // Bound in both; the recovery code goes with the last one.
  await save("demo", "email");
  await save("demo-totp");
  await I.open({ app: "demo-totp" });
  await I.signIn(totpUser.name);
  await I.seeSignedIn(totpUser.name);
  await save("demo-totp", "totp");
  await I.open({ app: "demo-totp" });
  await I.signIn(totpUser.name);
  await I.seeEnrolment();
  const app = await I.scanTheKey();
  await I.enterCode(await app.code());
  const recovery = await I.seeNewRecoveryCode();
  await I.acknowledge();
  await I.seeSignedIn(totpUser.name);
  await I.open({ app: "demo-totp" });
  await I.signIn(totpUser.name);
  await I.openRecovery();
  await I.enterRecovery(totpUser.recoveryCode);
  await I.seeRecoveryError(/attempts? left/);
  await I.enterRecovery(recovery);
  await I.seeNewRecoveryCode();
  saw(`off: the password alone; on again: a new key to scan, the old recovery code refused and ${recovery.slice(0, 5)}-… taken`);
});

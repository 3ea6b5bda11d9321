import { URI } from "otpauth";
import { openSdk, type Answer } from "./authing-sdk.ts";
import { faceVerifier, photoOf } from "./faces/models.ts";
import { emailUser, newUser, PASSWORD, phoneUser, totpUser } from "./people.ts";
import type { ServerCalls } from "./server.ts";
import { expect, test } from "./test.ts";

// Every method of docs/authing.md from a page of another origin: what the browser asks before each call, cookies and uploads included.

test.use({ settings: { FACE_VERIFIER: faceVerifier } });

const newest = async (server: ServerCalls, to: string): Promise<string> => (await server.mails(to)).find(({ code }) => code !== undefined)?.code ?? "";
const mfaTokenOf = (refused: Answer): string => (refused["data"] as { readonly mfaToken: string }).mfaToken;
const national = phoneUser.phone.slice(3);
const signedIn = (user: string) => ({ username: user, token: expect.stringMatching(/^gs_/) });

test("authing-js-sdk in a page: every login, the current user, and both ways out", async ({ page, server }) => {
  const sdk = await openSdk(page, server.url);
  await sdk.become("demo-open");
  expect(await sdk.call("loginByUsername", emailUser.name, PASSWORD)).toMatchObject(signedIn(emailUser.name));
  expect(await sdk.call("loginByPhonePassword", national, PASSWORD)).toMatchObject(signedIn(phoneUser.name));
  expect(await sdk.call("logoutCurrent")).toEqual({});
  expect(await sdk.call("loginByEmail", emailUser.email, PASSWORD)).toMatchObject(signedIn(emailUser.name));
  expect(await sdk.call("getCurrentUser")).toMatchObject(signedIn(emailUser.name));
  expect(await sdk.call("checkLoggedIn")).toEqual({ value: `demo-${emailUser.name}` });
  await sdk.call("logout");
  expect(await sdk.call("getCurrentUser")).toEqual({ value: null });
  expect(await sdk.call("loginByEmail", emailUser.email, "wrong")).toMatchObject({ code: 2333 });

  await sdk.become("demo");
  await sdk.call("sendEmail", emailUser.email, "LOGIN_VERIFY_CODE");
  await expect.poll(() => newest(server, emailUser.email)).toMatch(/^\d{6}$/);
  expect(await sdk.call("loginByEmailCode", emailUser.email, await newest(server, emailUser.email))).toMatchObject(signedIn(emailUser.name));
  await sdk.call("sendSmsCode", national, "+86", "login");
  await expect.poll(() => newest(server, phoneUser.phone)).toMatch(/^\d{6}$/);
  expect(await sdk.call("loginByPhoneCode", national, await newest(server, phoneUser.phone))).toMatchObject(signedIn(phoneUser.name));
});

test("authing-js-sdk in a page: every method of mfa", async ({ page, server }) => {
  const sdk = await openSdk(page, server.url);
  const ask = async (user: string): Promise<string> => mfaTokenOf(await sdk.call("loginByUsername", user, PASSWORD));

  const byMail = await ask(emailUser.name);
  expect(await sdk.call("sendEmail", emailUser.email, "MFA_VERIFY")).toMatchObject({ code: 200 });
  expect(await sdk.call("mfa.verifyAppEmailMfa", { email: emailUser.email, code: await newest(server, emailUser.email), mfaToken: byMail })).toMatchObject(signedIn(emailUser.name));
  const byText = await ask(phoneUser.name);
  await sdk.call("sendSmsCode", national);
  expect(await sdk.call("mfa.verifyAppSmsMfa", { phone: national, code: await newest(server, phoneUser.phone), mfaToken: byText })).toMatchObject(signedIn(phoneUser.name));

  const binding = await ask(newUser.name);
  expect(await sdk.call("mfa.phoneOrEmailBindable", { email: newUser.email, mfaToken: binding })).toEqual({ value: true });
  const associated = await sdk.call("mfa.assosicateMfaAuthenticator", { authenticatorType: "totp", source: "APPLICATION", mfaToken: binding });
  const app = URI.parse(String(associated["qrcode_uri"]));
  const code = app.generate({ timestamp: await server.advance(0) });
  await sdk.call("setToken", binding);
  expect(await sdk.call("mfa.confirmAssosicateMfaAuthenticator", { authenticatorType: "totp", totp: code })).toMatchObject({ code: 200 });
  const user = await sdk.call("mfa.verifyTotpMfa", { totp: code, mfaToken: binding });
  expect(user).toMatchObject(signedIn(newUser.name));
  await sdk.call("setCurrentUser", user);
  expect(await sdk.call("mfa.getMfaAuthenticators", { type: "totp" })).toMatchObject([{ enable: true, secret: null }]);
  expect(await sdk.call("mfa.deleteMfaAuthenticator")).toMatchObject({ code: 200 });

  await sdk.become("demo-totp");
  expect(await sdk.call("mfa.verifyTotpRecoveryCode", { recoveryCode: totpUser.recoveryCode, mfaToken: await ask(totpUser.name) })).toMatchObject({ ...signedIn(totpUser.name), recoveryCode: expect.any(String) });

  await sdk.become("demo-face");
  const facing = await ask(newUser.name);
  expect(await sdk.call("mfa.associateFaceByUrl", { baseFace: "http://127.0.0.1:22/a.jpg", compareFace: "http://127.0.0.1:22/a.jpg", mfaToken: facing })).toMatchObject({ code: 1701 });
  const [base, compare, later, stranger] = [await sdk.upload(photoOf("ann").buffer), await sdk.upload(photoOf("ann", 2).buffer), await sdk.upload(photoOf("ann", 4).buffer), await sdk.upload(photoOf("bob").buffer)];
  expect(await sdk.call("mfa.associateFaceByUrl", { baseFace: base.url, compareFace: compare.url, mfaToken: facing })).toMatchObject(signedIn(newUser.name));
  const showing = await ask(newUser.name);
  expect(await sdk.call("mfa.verifyFaceMfa", "face-photo/nobody", showing)).toMatchObject({ code: 1701 });
  expect(await sdk.call("mfa.verifyFaceMfa", stranger.key, showing)).toMatchObject({ code: 1700 });
  const seen = await sdk.call("mfa.verifyFaceMfa", later.key, showing);
  expect(seen).toMatchObject(signedIn(newUser.name));
  expect(await sdk.callWithPhoto("mfa.associateFaceByBlob", "baseFace", photoOf("ann", 6).buffer, { mfaToken: seen["token"] })).toMatchObject({ token: seen["token"] });
});

test("authing-js-sdk in a page: a photo from a file binds a face", async ({ page, server }) => {
  const sdk = await openSdk(page, server.url);
  await sdk.become("demo-face");
  const choosing = page.waitForEvent("filechooser");
  const bound = sdk.call("mfa.associateFaceByLocalFile", mfaTokenOf(await sdk.call("loginByUsername", newUser.name, PASSWORD)));
  await (await choosing).setFiles(photoOf("ann"));
  expect(await bound).toMatchObject(signedIn(newUser.name));
});

import { AuthenticationClient, EmailScene, SceneType } from "authing-js-sdk";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DEMO_PASSWORD, DEMO_RECOVERY_CODE } from "../development/data.ts";
import { listen } from "../node/http-server.ts";
import type { HttpServer } from "../node/http-server.ts";
import { createAuthingRig } from "../node/testing/authing.ts";
import { ann, fakeFaces } from "../testing/faces.ts";
import { appCode, countersOf, mailedCode, otherThan, textedCode } from "../testing/login.ts";
import type { Rig } from "../testing/rig.ts";

// The unmodified SDK from npm, over HTTP, on a port.

let rig: Rig;
let server: HttpServer;
beforeAll(async () => {
  rig = await createAuthingRig({ ports: { face: fakeFaces } });
  server = await listen((request, ip) => rig.app.fetch(request, { ip }), "127.0.0.1", 0);
});
afterAll(() => server.close(0));

/** Past the waits of whatever the test before did. */
beforeEach(() => rig.advance(61_000));

const client = (app = "demo"): AuthenticationClient => new AuthenticationClient({ appId: app, appHost: server.url, lang: "en-US" });

interface Refused {
  readonly code: number;
  readonly message: string;
  readonly data: { readonly mfaToken: string; readonly [name: string]: unknown };
}

/** What a call rejects with, as its caller gets it. */
async function refusalOf(call: Promise<unknown>): Promise<Refused> {
  const rejected = await call.then(
    (value) => {
      throw new Error(`It resolved: ${JSON.stringify(value)}`);
    },
    (reason: unknown) => reason,
  );
  return rejected as Refused;
}

async function mfaTokenOf(sdk: AuthenticationClient, username: string): Promise<string> {
  const refusal = await refusalOf(sdk.loginByUsername(username, DEMO_PASSWORD));
  expect(refusal).toMatchObject({ code: 1636, data: { mfaToken: expect.stringMatching(/^gc_/), need: expect.stringMatching(/^(verify|prove|bind)$/), now: rig.ports.clock.now() } });
  return refusal.data.mfaToken;
}

const user = (name: string) => ({ id: `demo-${name}`, username: name, token: expect.stringMatching(/^gs_/) });

describe("a password", () => {
  it("logs in by e-mail, username and phone, and the client keeps the session until it logs out", async () => {
    const sdk = client("demo-open");
    expect(await sdk.loginByUsername("phone-user", DEMO_PASSWORD)).toMatchObject(user("phone-user"));
    expect(await sdk.loginByPhonePassword("13800138000", DEMO_PASSWORD)).toMatchObject({ ...user("phone-user"), phone: "13800138000", customData: {} });
    const signedIn = await sdk.loginByEmail("email-user@example.com", DEMO_PASSWORD, { customData: { school: "pku" }, context: { a: "1" } });
    expect(await sdk.getCurrentUser()).toMatchObject({ ...user("email-user"), token: signedIn.token, lastLogin: expect.stringMatching(/Z$/), identities: [] });
    expect(sdk.checkLoggedIn()).toBe("demo-email-user");
    await sdk.logout();
    expect(await sdk.getCurrentUser()).toBeNull();
    expect(await rig.call("session", {}, { token: signedIn.token ?? "" })).toMatchObject({ status: 401 });
  });

  it("logs out by the other call too", async () => {
    const sdk = client("demo-open");
    const { token } = await sdk.loginByUsername("email-user", DEMO_PASSWORD);
    await sdk.logoutCurrent();
    expect(await rig.call("session", {}, { token: token ?? "" })).toMatchObject({ status: 401 });
  });

  it("that is wrong rejects with the code, the sentence and what is behind it", async () => {
    expect(await refusalOf(client().loginByEmail("email-user@example.com", "wrong"))).toEqual({ code: 2333, message: "The account or the password is wrong.", data: { reason: "invalid_credentials", now: rig.ports.clock.now() } });
  });

  it("that is longer than the key can encrypt never leaves the client", async () => {
    expect(await refusalOf(client().loginByEmail("email-user@example.com", "x".repeat(300)))).toBe(false);
  });

  it("of a locked account rejects with the time at which it opens", async () => {
    expect(await refusalOf(client().loginByUsername("locked-user", DEMO_PASSWORD))).toMatchObject({ code: 2005, data: { unlockAt: expect.any(Number) } });
  });
});

describe("a second factor", () => {
  it("by e-mail: send, too soon, wrong, right, and the token is used up", async () => {
    const sdk = client();
    const mfaToken = await mfaTokenOf(sdk, "email-user");
    expect(await sdk.sendEmail("email-user@example.com", EmailScene.MfaVerify)).toEqual({ code: 200, message: "Sent." });
    expect(await refusalOf(sdk.sendEmail("email-user@example.com", EmailScene.MFA_VERIFY_CODE))).toMatchObject({ code: 2080, data: { retryAfter: 60 } });
    const proof = { email: "email-user@example.com", mfaToken };
    expect(await refusalOf(sdk.mfa.verifyAppEmailMfa({ ...proof, code: otherThan(mailedCode(rig)) }))).toMatchObject({ code: 2001, data: { remainCount: 5 } });
    const signedIn = await sdk.mfa.verifyAppEmailMfa({ ...proof, code: mailedCode(rig) });
    expect(signedIn).toMatchObject({ ...user("email-user"), customData: [] });
    expect(await refusalOf(sdk.mfa.verifyAppEmailMfa({ ...proof, code: "123456" }))).toMatchObject({ code: 2021 });
    expect(await sdk.getCurrentUser()).toBeNull();
    sdk.setCurrentUser(signedIn);
    expect(await sdk.getCurrentUser()).toMatchObject({ token: signedIn.token });
  });

  it("by SMS, with and without a scene", async () => {
    const sdk = client();
    const mfaToken = await mfaTokenOf(sdk, "phone-user");
    await sdk.sendSmsCode("13800138000");
    expect(await refusalOf(sdk.sendSmsCode("13800138000", "+86", SceneType.SCENE_TYPE_MFA_VERIFY))).toMatchObject({ code: 2080 });
    expect(await sdk.mfa.verifyAppSmsMfa({ phone: "13800138000", code: textedCode(rig), mfaToken })).toMatchObject(user("phone-user"));
  });

  it("by an authenticator app, and by the recovery code, whose successor comes with the user", async () => {
    const sdk = client("demo-totp");
    const first = await mfaTokenOf(sdk, "totp-user");
    expect(await sdk.mfa.getMfaAuthenticators({ type: "totp", source: "APPLICATION", mfaToken: first })).toMatchObject([{ enable: true, authenticatorType: "totp", secret: null, recoveryCode: null }]);
    expect(await refusalOf(sdk.mfa.verifyTotpMfa({ totp: otherThan(await appCode(rig, "totp-user")), mfaToken: first }))).toMatchObject({ code: 6001, data: { remainCount: 5 } });
    expect(await sdk.mfa.verifyTotpMfa({ totp: await appCode(rig, "totp-user"), mfaToken: first })).toMatchObject(user("totp-user"));
    const second = await mfaTokenOf(sdk, "totp-user");
    expect(await refusalOf(sdk.mfa.verifyTotpRecoveryCode({ recoveryCode: "AAAAA-AAAAA-AAAAA-AAAAA-AAAAA", mfaToken: second }))).toMatchObject({ code: 6002, data: { remainCount: 5 } });
    const recovered = (await sdk.mfa.verifyTotpRecoveryCode({ recoveryCode: DEMO_RECOVERY_CODE, mfaToken: second })) as object;
    expect(recovered).toMatchObject({ ...user("totp-user"), recoveryCode: expect.stringMatching(/^([0-9A-Z]{5}-){4}[0-9A-Z]{5}$/) });
  });

  it("six times wrong locks the account for an hour, whatever was tried", async () => {
    const sdk = client();
    const mfaToken = await mfaTokenOf(sdk, "all-factors");
    const tries = [() => sdk.mfa.verifyTotpMfa({ totp: "000000", mfaToken }), () => sdk.mfa.verifyTotpRecoveryCode({ recoveryCode: "0".repeat(25), mfaToken }), () => sdk.mfa.verifyAppEmailMfa({ email: "all-factors@example.com", code: "000000", mfaToken })];
    const codes: number[] = [];
    for (const attempt of [...tries, ...tries]) codes.push((await refusalOf(attempt())).code);
    expect(codes).toEqual([6001, 6002, 2001, 6001, 6002, 2005]);
    expect(await refusalOf(sdk.loginByUsername("all-factors", DEMO_PASSWORD))).toMatchObject({ code: 2005, data: { unlockAt: (await countersOf(rig, "all-factors")).lockedUntil } });
    expect(await rig.call("signIn", { app: "demo", identifier: "all-factors", password: DEMO_PASSWORD })).toMatchObject({ status: 423 });
  });

  it("has no `verifySmsMfa`, whatever the documents' example says", () => {
    expect("verifySmsMfa" in client().mfa).toBe(false);
  });
});

/** Somebody new with nothing bound. */
async function newcomer(name: string): Promise<string> {
  const model = await rig.db.selectFrom("account").selectAll().where("username", "=", "new-user").executeTakeFirstOrThrow();
  await rig.db.insertInto("account").values({ ...model, id: `demo-${name}`, username: name }).execute();
  return name;
}

describe("binding during a login", () => {
  it("an e-mail: checked, sent to, and bound by its code", async () => {
    const sdk = client();
    const mfaToken = await mfaTokenOf(sdk, await newcomer("ada"));
    expect(await sdk.mfa.phoneOrEmailBindable({ email: "no address", mfaToken })).toBe(false);
    expect(await sdk.mfa.phoneOrEmailBindable({ email: "ada@example.com", mfaToken })).toBe(true);
    await sdk.sendEmail("ada@example.com", EmailScene.MfaVerify);
    expect(rig.mails.at(-1)?.to).toBe("ada@example.com");
    expect(await sdk.mfa.verifyAppEmailMfa({ email: "ada@example.com", code: mailedCode(rig), mfaToken })).toMatchObject(user("ada"));
    expect((await refusalOf(sdk.loginByUsername("ada", DEMO_PASSWORD))).data).toMatchObject({ mfaEmail: "ada@example.com" });
  });

  it("a phone, without asking first", async () => {
    const sdk = client();
    const mfaToken = await mfaTokenOf(sdk, await newcomer("bob"));
    await sdk.sendSmsCode("13900139000", "+86", SceneType.SCENE_TYPE_MFA_VERIFY);
    expect(await sdk.mfa.verifyAppSmsMfa({ phone: "13900139000", phoneCountryCode: "+86", code: textedCode(rig), mfaToken })).toMatchObject(user("bob"));
  });

  it("an authenticator app: the SDK loses the token on confirming unless it is set, and the session unless the same code is verified", async () => {
    const sdk = client();
    const mfaToken = await mfaTokenOf(sdk, await newcomer("cai"));
    const handed = await sdk.mfa.assosicateMfaAuthenticator({ authenticatorType: "totp", mfaToken, source: "APPLICATION" });
    expect(handed).toMatchObject({ authenticator_type: "totp", secret: expect.stringMatching(/^[A-Z2-7]{32}$/), qrcode_uri: expect.stringMatching(/^otpauth:\/\/totp\//), qrcode_data_url: expect.stringMatching(/^data:image\/svg\+xml;base64,/) });
    const totp = await codeFrom(handed.qrcode_uri);
    expect(await refusalOf(sdk.mfa.confirmAssosicateMfaAuthenticator({ authenticatorType: "totp", totp, mfaToken }))).toMatchObject({ code: 2020 });
    sdk.setToken(mfaToken);
    expect(await sdk.mfa.confirmAssosicateMfaAuthenticator({ authenticatorType: "totp", totp: otherThan(totp) }).catch((reason: unknown) => reason)).toMatchObject({ code: 6001 });
    expect(await sdk.mfa.confirmAssosicateMfaAuthenticator({ authenticatorType: "totp", totp })).toEqual({ code: 200, message: "TOTP MFA 绑定成功" });
    expect(await sdk.mfa.verifyTotpMfa({ totp, mfaToken })).toMatchObject(user("cai"));
    expect(await rig.db.selectFrom("session").select("id").where("accountId", "=", "demo-cai").execute()).toHaveLength(1);
    const next = await mfaTokenOf(sdk, "cai");
    expect(await sdk.mfa.verifyTotpRecoveryCode({ recoveryCode: handed.recovery_code, mfaToken: next })).toMatchObject(user("cai"));
  });
});

it("after an authenticator app was bound, a newer code gets the session too, and a wrong one is counted", async () => {
  const sdk = client();
  const mfaToken = await mfaTokenOf(sdk, await newcomer("eli"));
  const { qrcode_uri: uri } = await sdk.mfa.assosicateMfaAuthenticator({ authenticatorType: "totp", mfaToken });
  sdk.setToken(mfaToken);
  await sdk.mfa.confirmAssosicateMfaAuthenticator({ authenticatorType: "totp", totp: await codeFrom(uri) });
  expect(await refusalOf(sdk.mfa.verifyTotpMfa({ totp: otherThan(await codeFrom(uri)), mfaToken }))).toMatchObject({ code: 6001, data: { remainCount: 5 } });
  rig.advance(61_000);
  expect(await sdk.mfa.verifyTotpMfa({ totp: await codeFrom(uri), mfaToken })).toMatchObject(user("eli"));
  expect(await refusalOf(sdk.mfa.verifyTotpMfa({ totp: await codeFrom(uri), mfaToken }))).toMatchObject({ code: 2021 });
});

/** What an app shows that was given this address. */
async function codeFrom(uri: string): Promise<string> {
  const { URI } = await import("otpauth");
  return URI.parse(uri).generate({ timestamp: rig.ports.clock.now() });
}

describe("with a session in the place of a mfaToken (R23)", () => {
  it("an app is bound, listed, proven and unbound, until the proof is too old", async () => {
    const sdk = client();
    const mfaToken = await mfaTokenOf(sdk, "email-user");
    await sdk.sendEmail("email-user@example.com", EmailScene.MfaVerify);
    sdk.setCurrentUser(await sdk.mfa.verifyAppEmailMfa({ email: "email-user@example.com", code: mailedCode(rig), mfaToken }));
    const { qrcode_uri: uri, recovery_code: recoveryCode } = await sdk.mfa.assosicateMfaAuthenticator({ authenticatorType: "totp" });
    const session = sdk.tokenProvider.getToken();
    await sdk.mfa.confirmAssosicateMfaAuthenticator({ authenticatorType: "totp", totp: await codeFrom(uri) });
    expect(await sdk.mfa.getMfaAuthenticators({ type: "totp" })).toHaveLength(1);
    expect(await sdk.mfa.verifyTotpRecoveryCode({ recoveryCode, mfaToken: await mfaTokenOf(client(), "email-user") })).toMatchObject(user("email-user"));
    rig.advance(31_000);
    expect(await sdk.mfa.verifyTotpMfa({ totp: await codeFrom(uri), mfaToken: session })).toMatchObject({ token: session });
    rig.advance(300_001);
    expect(await refusalOf(sdk.mfa.deleteMfaAuthenticator())).toMatchObject({ code: 2021, data: { reason: "step_up_required" } });
    await sdk.mfa.verifyTotpMfa({ totp: await codeFrom(uri), mfaToken: session });
    expect(await sdk.mfa.deleteMfaAuthenticator()).toEqual({ code: 200, message: "TOTP MFA 解绑成功" });
    expect(await sdk.mfa.getMfaAuthenticators({ type: "totp" })).toEqual([]);
  });
});

describe("a code instead of a password", () => {
  it("by e-mail and by phone", async () => {
    const sdk = client();
    await sdk.sendEmail("email-user@example.com", EmailScene.LOGIN_VERIFY_CODE);
    await rig.app.idle();
    expect(await refusalOf(sdk.loginByEmailCode("email-user@example.com", otherThan(mailedCode(rig))))).toMatchObject({ code: 2001, data: { remainCount: 4 } });
    expect(await sdk.loginByEmailCode("email-user@example.com", mailedCode(rig))).toMatchObject(user("email-user"));
    await sdk.sendSmsCode("13800138000", "+86", SceneType.SCENE_TYPE_LOGIN);
    await rig.app.idle();
    expect(await sdk.loginByPhoneCode("13800138000", textedCode(rig))).toMatchObject(user("phone-user"));
  });
});

describe("a face", () => {
  it("by the address of an upload; never by anybody else's address", async () => {
    await rig.db.updateTable("application").set({ factors: '["face","email"]' }).where("id", "=", "demo-face").execute();
    const sdk = client("demo-face");
    const mfaToken = await mfaTokenOf(sdk, await newcomer("dora"));
    for (const baseFace of ["http://127.0.0.1:22/a.jpg", "https://example.com/a.jpg", "http://[::1]/a.jpg", "file:///etc/passwd", "face-photo/none"]) {
      expect(await refusalOf(sdk.mfa.associateFaceByUrl({ baseFace, compareFace: baseFace, mfaToken }))).toMatchObject({ code: 1701 });
    }
    const { url } = await upload(ann());
    expect(await sdk.mfa.associateFaceByUrl({ baseFace: url, compareFace: url, mfaToken })).toMatchObject(user("dora"));
    const second = await mfaTokenOf(sdk, "dora");
    expect(await sdk.mfa.verifyFaceMfa((await upload(ann())).key, second)).toMatchObject(user("dora"));
  });
});

it.each([5 * 1024 * 1024 + 1, 12 * 1024 * 1024])("a photo of %i bytes is told to be too big, over HTTP, and the connection goes on", async (size) => {
  const photo = new Uint8Array(size);
  photo.set(ann());
  expect(await post(photo)).toMatchObject({ code: 1701, data: { reason: "image_invalid" } });
  expect(await rig.db.selectFrom("authingPhoto").select("key").where("bytes", ">", 1_000_000).execute()).toEqual([]);
  expect(await upload(ann())).toMatchObject({ key: expect.stringMatching(/^face-photo/) });
});

const upload = async (photo: Uint8Array): Promise<{ readonly key: string; readonly url: string }> => ((await post(photo)) as { data: { key: string; url: string } }).data;

async function post(photo: Uint8Array): Promise<unknown> {
  const form = new FormData();
  form.set("file", new Blob([new Uint8Array(photo)], { type: "image/jpeg" }), "personal.jpeg");
  const response = await fetch(`${server.url}/api/v2/upload?folder=face-photo&private=true`, { method: "POST", body: form });
  expect(response.status).toBe(200);
  return response.json();
}

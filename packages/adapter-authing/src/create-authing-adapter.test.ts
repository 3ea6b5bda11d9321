import type { Challenge, Completion, GuardAdapter, Result } from "@guard/contract";
import { expect, it, vi } from "vitest";
import { createAuthingAdapter } from "./index.ts";
import { attempt, scriptedClient } from "./testing/scripted-client.ts";

// What Authing's own service is believed to answer, where that is less than the reference server tells.

const day = 86_400;
const jwt = (claims: object): string => `${btoa("{}")}.${btoa(JSON.stringify(claims)).replaceAll("=", "")}.signature`;
const issued = 1_700_000_000;
const mfaToken = jwt({ data: { userId: "u1", stage: 1 }, iat: issued, exp: issued + 360 });
const user = { id: "u1", username: null, email: "ann@example.com", phone: null, token: jwt({ sub: "u1", iat: issued, exp: issued + day }), tokenExpiredAt: null, customData: [] };
const required = (data: object, code = 1636) => ({ code, message: "请进行二次认证", data: { mfaToken, mfaEmail: null, mfaPhone: null, mfaPhoneCountryCode: null, totpMfaEnabled: false, faceMfaEnabled: false, applicationMfa: [], ...data } });
const policies = (...names: string[]) => ({ applicationMfa: names.map((mfaPolicy, at) => ({ mfaPolicy, status: 1, sort: at + 1 })) });

const password = { app: "app1", identifier: "ann", password: "secret" };
const refuse = (refusal: unknown) => () => Promise.reject(refusal as Error);

function challengeOf(result: Result<Completion>): Challenge {
  if (!result.ok || result.value.status !== "challenge") throw new Error(`Expected a challenge, got ${JSON.stringify(result)}.`);
  return result.value.challenge;
}

/** An adapter whose login by password is refused like this. */
const asked = (data: object, mfa: Parameters<typeof scriptedClient>[0]["mfa"] = {}, code?: number) => {
  const scripted = scriptedClient({ loginByUsername: refuse(required(data, code)), mfa });
  return { ...scripted, adapter: createAuthingAdapter({ client: scripted.client }) };
};

it("reads a challenge's time from the token, its factors in their order, and hides what it does not know", async () => {
  const { adapter } = asked({ ...policies("PASSKEY", "SMS", "EMAIL", "OTP"), mfaEmail: "ann@example.com", totpMfaEnabled: true });
  const challenge = challengeOf(await adapter.signIn(password, attempt()));
  expect(challenge).toMatchObject({ token: mfaToken, expiresAt: (issued + 360) * 1000, need: "verify", factor: "email" });
  expect(challenge.factors).toEqual([{ factor: "sms", bound: false }, { factor: "email", bound: true }, { factor: "totp", bound: true }]);
  expect(Math.abs(challenge.now - issued * 1000)).toBeLessThan(5_000);
});

it.each([
  [{ mfaPhone: "13800138000", mfaPhoneCountryCode: null }, ["13800138000", "+86", "mfa-verify"], "+86 •••••••• 00"],
  [{ mfaPhone: "7911123456", mfaPhoneCountryCode: "44" }, ["7911123456", "+44", "mfa-verify"], "+44 •••••••• 56"],
  [{ mfaPhone: "+85251234567", mfaPhoneCountryCode: "+852" }, ["51234567", "+852", "mfa-verify"], "+852 •••••••• 67"],
])("sends to the phone in %j", async (bound, told, masked) => {
  const sendSmsCode = vi.fn(() => Promise.resolve(undefined));
  const adapter = createAuthingAdapter({ client: scriptedClient({ loginByUsername: refuse(required({ ...bound, ...policies("SMS") })), sendSmsCode }).client });
  const { token } = challengeOf(await adapter.signIn(password, attempt()));
  expect(await adapter.sendCode({ token, factor: "sms", trigger: "auto" }, attempt())).toMatchObject({ ok: true, value: { sentTo: masked } });
  expect(sendSmsCode).toHaveBeenCalledExactlyOnceWith(...told);
});

it.each([
  ["GraphQL and REST through the SDK", (refusal: object) => ({ loginByUsername: refuse(refusal) }), (adapter: GuardAdapter) => adapter.signIn(password, attempt())],
  ["REST past the SDK's methods", (refusal: object) => ({ httpClient: { request: () => Promise.resolve(refusal) } }), (adapter: GuardAdapter) => adapter.settings({ app: "app1" }, attempt())],
])("counts a lock by the server's clock, though it is the first that is heard of it, in %s", async (_, calls, call) => {
  const ahead = Date.now() + 1_294 * 3_600_000;
  const { client } = scriptedClient(calls({ code: 2005, message: "…", data: { reason: "locked", now: ahead, unlockAt: ahead + 3_600_000 } }));
  const refused = await call(createAuthingAdapter({ client }));
  if (refused.ok) throw new Error("It is locked.");
  expect(refused.error).toEqual({ code: "locked", lockedUntil: ahead + 3_600_000 });
  expect(Math.abs((refused.now ?? 0) - ahead)).toBeLessThan(5_000);
});

it("asks for the user's own authenticator app, which 1635 does not list", async () => {
  const { adapter } = asked({ totpMfaEnabled: true }, {}, 1635);
  expect(challengeOf(await adapter.signIn(password, attempt()))).toMatchObject({ need: "verify", factor: "totp", factors: [{ factor: "totp", bound: true }] });
});

it("asks to bind where nothing is bound, and says so where nothing can be", async () => {
  expect(challengeOf(await asked(policies("EMAIL")).adapter.signIn(password, attempt()))).toMatchObject({ need: "bind", factor: "email" });
  expect(await asked(policies("PASSKEY")).adapter.signIn(password, attempt())).toMatchObject({ ok: false, error: { code: "factor_unavailable" } });
});

it("keeps the session that the SDK forgets after a second factor, and no recovery code with it", async () => {
  const { adapter, kept } = asked({ totpMfaEnabled: true, ...policies("OTP") }, { verifyTotpMfa: () => Promise.resolve({ ...user, recoveryCode: "AAAA" }) });
  const { token } = challengeOf(await adapter.signIn(password, attempt()));
  const done = await adapter.verifyCode({ token, factor: "totp", code: "123456" }, attempt());
  expect(done).toMatchObject({ ok: true, value: { status: "done", recoveryCode: "AAAA", session: { token: user.token, expiresAt: (issued + day) * 1000, authTime: issued * 1000, amr: ["pwd", "otp", "mfa"], user: { id: "u1", username: "ann@example.com" } } } });
  expect(kept.user).toEqual(user);
});

it("confirms an authenticator app with the login's token, and verifies its code where no session is answered", async () => {
  const request = vi.fn(() => Promise.resolve({ code: 200, message: "ok", data: null }));
  const verifyTotpMfa = vi.fn().mockRejectedValueOnce({ code: 6001, message: "…" }).mockResolvedValueOnce(user);
  const associate = vi.fn(() => Promise.resolve({ authenticator_type: "totp", secret: "JBSW", qrcode_uri: "otpauth://totp/x?secret=JBSW", qrcode_data_url: "data:,", recovery_code: "bc5a-6879" }));
  const scripted = scriptedClient({ loginByUsername: refuse(required(policies("OTP"))), httpClient: { request }, mfa: { verifyTotpMfa, assosicateMfaAuthenticator: associate } });
  const adapter = createAuthingAdapter({ client: scripted.client });
  const { token } = challengeOf(await adapter.signIn(password, attempt()));
  await adapter.startTotp({ token }, attempt());
  expect(await adapter.confirmTotp({ token, code: "111111" }, attempt())).toMatchObject({ ok: false, error: { code: "code_invalid" } });
  expect(await adapter.confirmTotp({ token, code: "222222" }, attempt())).toMatchObject({ ok: true, value: { status: "done", recoveryCode: "bc5a-6879" } });
  expect(request.mock.calls).toEqual([[{ method: "POST", url: "https://pool.example/api/v2/mfa/totp/associate/confirm", headers: { authorization: `Bearer ${mfaToken}` }, data: { authenticator_type: "totp", totp: "111111", source: "APPLICATION" }, notHandleRes: true }]]);
});

it("shows the recovery code that stands beside the user", async () => {
  const scripted = scriptedClient({ loginByUsername: refuse(required({ totpMfaEnabled: true, ...policies("OTP") })), httpClient: { request: () => Promise.resolve({ code: 200, data: user, recoveryCode: "NEW" }) } });
  const adapter = createAuthingAdapter({ client: scripted.client });
  const { token } = challengeOf(await adapter.signIn(password, attempt()));
  expect(await adapter.verifyRecoveryCode({ token, code: "OLD" }, attempt())).toMatchObject({ ok: true, value: { status: "done", recoveryCode: "NEW", session: { amr: ["pwd", "mfa"] } } });
});

it.each([{}, { ...user, token: "" }, { ...user, id: 7 }, { ...user, token: "opaque" }, "ok", null, true])("takes %j for no session (A-02)", async (answer) => {
  const { client, kept } = scriptedClient({ loginByUsername: () => Promise.resolve(answer) });
  expect(await createAuthingAdapter({ client }).signIn(password, attempt())).toMatchObject({ ok: false, error: { code: "unknown", raw: "malformed" } });
  expect(kept.user).toBeUndefined();
});

it("takes back the session of a login that nobody waits for any more, and leaves a newer one alone", async () => {
  const answers: ((value: unknown) => void)[] = [];
  const { client, kept } = scriptedClient({ loginByUsername: () => new Promise((resolve) => answers.push((value) => { client.setCurrentUser(value as object); resolve(value); })) });
  const adapter = createAuthingAdapter({ client, timeoutMs: 5 });
  expect(await adapter.signIn(password, attempt())).toMatchObject({ ok: false, error: { code: "timeout" } });
  const controller = new AbortController();
  const aborted = adapter.signIn(password, attempt(controller.signal));
  controller.abort();
  expect(await aborted).toMatchObject({ ok: false, error: { code: "unknown", raw: "aborted" } });
  answers[0]?.(user);
  await vi.waitFor(() => expect(kept.token).toBeNull());
  answers[1]?.(user);
  client.setCurrentUser({ token: "newer" });
  await new Promise((resolve) => setTimeout(resolve));
  expect(kept.token).toBe("newer");
});

it("speaks for the client's application only", async () => {
  const { client } = scriptedClient({});
  expect(await createAuthingAdapter({ client }).signIn({ ...password, app: "other" }, attempt())).toMatchObject({ ok: false, error: { code: "not_found" } });
});

it("shows sign-in by code where the public configuration has it", async () => {
  const configured = (list: string[]) => createAuthingAdapter({ client: scriptedClient({ httpClient: { request: () => Promise.resolve({ code: 200, data: { name: "Shop", loginTabs: { list, default: "password", title: {} } } }) } }).client });
  expect(await configured(["password", "phone-code"]).settings({ app: "app1" }, attempt())).toMatchObject({ ok: true, value: { name: "Shop", signInMethods: ["password", "code"] } });
  expect(await configured(["password"]).settings({ app: "app1" }, attempt())).toMatchObject({ ok: true, value: { signInMethods: ["password"] } });
});

it.each([
  ["ann", "loginByUsername", "ann"],
  [" ann@example.com ", "loginByEmail", "ann@example.com"],
  ["+86 138 0013 8000", "loginByPhonePassword", "13800138000"],
  ["+44 7911 123456", "loginByPhonePassword", "+447911123456"],
] as const)("signs %s in by %s", async (identifier, method, told) => {
  const login = vi.fn(() => Promise.resolve(user));
  await createAuthingAdapter({ client: scriptedClient({ [method]: login }).client }).signIn({ ...password, identifier }, attempt());
  expect(login).toHaveBeenCalledExactlyOnceWith(told, "secret");
});

it("tells nobody of a code that was used: until another one may be asked for, that is the wait (R9a)", async () => {
  const sendEmail = vi.fn().mockResolvedValueOnce({ code: 200 }).mockRejectedValue({ code: 2080, message: "…" });
  const scripted = scriptedClient({ loginByUsername: refuse(required({ mfaEmail: "ann@example.com", ...policies("EMAIL") })), sendEmail, mfa: { verifyAppEmailMfa: () => Promise.resolve(user) } });
  const adapter = createAuthingAdapter({ client: scripted.client });
  const send = async (trigger: "auto" | "user") => adapter.sendCode({ token: challengeOf(await adapter.signIn(password, attempt())).token, factor: "email", trigger }, attempt());
  const first = await send("auto");
  expect(first).toMatchObject({ ok: true, value: { sentTo: "a•••@e•••.com" } });
  expect(await send("auto")).toMatchObject({ ok: true, value: { resendAt: first.ok && first.value.resendAt } });
  expect(await send("user")).toMatchObject({ ok: false, error: { code: "resend_too_soon", resendAt: first.ok && first.value.resendAt } });
  await adapter.verifyCode({ token: mfaToken, factor: "email", code: "123456" }, attempt());
  expect(await send("auto")).toMatchObject({ ok: false, error: { code: "resend_too_soon" } });
});

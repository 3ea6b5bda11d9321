import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createAuthingRig, errorOf, graphql, mfaTokenOf, rest } from "../node/testing/authing.ts";
import type { AuthingOptions } from "../node/testing/authing.ts";
import { mailedCode, otherThan } from "../testing/login.ts";
import type { Answer, Rig } from "../testing/rig.ts";

let rig: Rig;
beforeAll(async () => {
  rig = await createAuthingRig();
});
/** Past the waits and the logins of the test before. */
beforeEach(() => rig.advance(901_000));

const ok = { status: 200, body: { code: 200 } };
const send = (email: string, options: AuthingOptions = {}, scene = "MFA_VERIFY_CODE"): Promise<Answer> => rest(rig, "/api/v2/email/send", { email, scene }, options);
const verify = (email: string, code: string, token: string): Promise<Answer> => rest(rig, "/api/v2/applications/mfa/email/verify", { email, code }, { token });

/** How many mails a call sent. */
async function sentBy(call: Promise<Answer>): Promise<number> {
  const before = rig.mails.length;
  expect(await call).toMatchObject(ok);
  await rig.app.idle();
  return rig.mails.length - before;
}

describe("a send that brings no token", () => {
  it("sends nothing where nobody logs in, and says what it always says", async () => {
    expect(await sentBy(send("email-user@example.com"))).toBe(0);
    expect(await sentBy(send("nobody@example.com"))).toBe(0);
    expect(await sentBy(send("no address"))).toBe(0);
  });

  it("sends where a login waits for a code there, from its own network only", async () => {
    await mfaTokenOf(rig, "email-user", { ip: "2001:db8:1:1::5" });
    expect(await sentBy(send("email-user@example.com", { ip: "2001:db8:1:2::5" }))).toBe(0);
    expect(await sentBy(send("email-user@example.com", { ip: "2001:db8:1:1::5", app: "demo-email" }))).toBe(0);
    expect(await sentBy(send("email-user@example.com", { ip: "2001:db8:1:1:ffff::9" }))).toBe(1);
  });

  it("sends nothing for a login that is over", async () => {
    const token = await mfaTokenOf(rig, "email-user");
    await send("email-user@example.com");
    await verify("email-user@example.com", mailedCode(rig), token);
    rig.advance(61_000);
    expect(await sentBy(send("email-user@example.com"))).toBe(0);
    await mfaTokenOf(rig, "email-user");
    rig.advance(900_001);
    expect(await sentBy(send("email-user@example.com"))).toBe(0);
  });

  it("is held to the waits of /api/v1, and they to its", async () => {
    const token = await mfaTokenOf(rig, "email-user");
    await send("email-user@example.com");
    expect(errorOf(await send("email-user@example.com"))).toMatchObject({ code: 2080, data: { reason: "resend_too_soon", retryAfter: 60 } });
    expect(await rig.call("sendCode", { factor: "email", trigger: "user" }, { token })).toMatchObject({ status: 429, body: { code: "resend_too_soon" } });
  });

  it("takes an address to bind for the newest login that may bind one, and not for one that has an address", async () => {
    await mfaTokenOf(rig, "email-user");
    expect(await sentBy(send("mine@example.com"))).toBe(0);
    const token = await mfaTokenOf(rig, "new-user");
    expect(await sentBy(send("mine@example.com"))).toBe(1);
    expect(errorOf(await verify("other@example.com", mailedCode(rig), token))).toMatchObject({ code: 400, data: { reason: "target_unavailable" } });
    expect(await verify("mine@example.com", mailedCode(rig), token)).toMatchObject({ body: { code: 200, data: { id: "demo-new-user" } } });
  });
});

describe("an address to bind", () => {
  /** Where `new-user` has bound nothing. */
  beforeEach(async () => {
    rig = await createAuthingRig();
  });

  const check = (email: string, token: string): Promise<Answer> => rest(rig, "/api/v2/applications/mfa/check", { email }, { token });
  const text = (phone: string): Promise<Answer> => rest(rig, "/api/v2/sms/send", { phone, scene: "mfa-verify" });

  it("that was entered with the login's token is not replaced by a send without one, of whatever factor: it could be a stranger's from the same network", async () => {
    const token = await mfaTokenOf(rig, "new-user");
    expect(await check("own@example.com", token)).toMatchObject({ body: { data: true } });
    expect(await sentBy(send("strangers@example.com"))).toBe(0);
    const texts = rig.texts.length;
    expect(await text("13900139001")).toMatchObject(ok);
    expect(rig.texts).toHaveLength(texts);
    expect(await sentBy(send("own@example.com"))).toBe(1);
    expect(await verify("own@example.com", mailedCode(rig), token)).toMatchObject({ body: { code: 200, data: { id: "demo-new-user" } } });
  });

  it("nor one that was sent to with the token, whoever named it before", async () => {
    const token = await mfaTokenOf(rig, "new-user");
    expect(await sentBy(send("own@example.com"))).toBe(1);
    rig.advance(61_000);
    expect(await sentBy(send("own@example.com", { token }))).toBe(1);
    expect(await sentBy(send("strangers@example.com"))).toBe(0);
  });

  it("that a send without a token named makes room for the next such one: nobody can type over a mistake otherwise", async () => {
    const token = await mfaTokenOf(rig, "new-user");
    expect(await sentBy(send("mistaken@example.com"))).toBe(1);
    expect(await sentBy(send("corrected@example.com"))).toBe(1);
    expect(await check("own@example.com", token)).toMatchObject({ body: { data: true } });
    expect(await sentBy(send("mistaken@example.com"))).toBe(0);
  });
});

it("finds an older login among more than anybody looks through: the one of the address, and the one that may bind it", async () => {
  rig = await createAuthingRig();
  const [own, binding] = [await mfaTokenOf(rig, "email-user"), await mfaTokenOf(rig, "new-user")];
  const newer = await rig.db.selectFrom("challenge").selectAll().where("accountId", "=", "demo-email-user").orderBy("createdAt", "desc").executeTakeFirstOrThrow();
  const login = await rig.db.selectFrom("authingLogin").selectAll().where("tokenHash", "=", newer.tokenHash).executeTakeFirstOrThrow();
  for (let turn = 0; turn < 60; turn += 1) {
    await rig.db.insertInto("challenge").values({ ...newer, id: `newer-${turn}`, tokenHash: `newer-${turn}`, accountId: "demo-all-factors" }).execute();
    await rig.db.insertInto("authingLogin").values({ ...login, tokenHash: `newer-${turn}`, createdAt: login.createdAt + 1 }).execute();
  }
  expect(await sentBy(send("email-user@example.com"))).toBe(1);
  expect(await verify("email-user@example.com", mailedCode(rig), own)).toMatchObject({ body: { code: 200 } });
  expect(await sentBy(send("brand-new@example.com"))).toBe(1);
  expect(await verify("brand-new@example.com", mailedCode(rig), binding)).toMatchObject({ body: { code: 200, data: { id: "demo-new-user" } } });
});

describe("a send that brings a token", () => {
  it("of its login is for that login, from wherever it comes", async () => {
    const token = await mfaTokenOf(rig, "email-user");
    expect(await sentBy(send("email-user@example.com", { token, ip: "198.51.100.9" }))).toBe(1);
  });

  it("never goes to another address than the bound one (S-30)", async () => {
    const token = await mfaTokenOf(rig, "email-user");
    expect(await sentBy(send("stranger@example.com", { token }))).toBe(0);
    const refused = errorOf(await verify("stranger@example.com", "123456", token));
    expect(refused).toMatchObject({ code: 400, data: { reason: "target_unavailable" } });
    expect(await rig.db.selectFrom("account").select("failures").where("username", "=", "email-user").executeTakeFirst()).toEqual({ failures: 0 });
  });

  it("that is an old session's does not stand in a new login's way", async () => {
    await mfaTokenOf(rig, "email-user");
    expect(await sentBy(send("email-user@example.com", { token: `gs_${"x".repeat(43)}` }))).toBe(1);
  });

  it("of a session sends to the own address for a step-up, and to a new one to bind it", async () => {
    const mfaToken = await mfaTokenOf(rig, "email-user");
    await send("email-user@example.com");
    const { token } = ((await verify("email-user@example.com", mailedCode(rig), mfaToken)).body as { data: { token: string } }).data;
    rig.advance(61_000);
    expect(await sentBy(send("stranger@example.com", { token }))).toBe(0);
    expect(await sentBy(send("email-user@example.com", { token }))).toBe(1);
    expect(errorOf(await verify("email-user@example.com", otherThan(mailedCode(rig)), token))).toMatchObject({ code: 2001 });
    expect(await verify("email-user@example.com", mailedCode(rig), token)).toMatchObject({ body: { code: 200, data: { token } } });
    expect(await sentBy(send("second@example.com", { token }, "EMAIL_BIND_VERIFY_CODE"))).toBe(1);
    expect(await verify("second@example.com", mailedCode(rig), token)).toMatchObject({ body: { code: 200 } });
    expect(await rig.db.selectFrom("binding").select("target").where("accountId", "=", "demo-email-user").execute()).toEqual([{ target: "second@example.com" }]);
  });
});

describe("what a code is for", () => {
  it("without a word of signing in is sent by mail to nobody who does not log in (R23)", async () => {
    rig = await createAuthingRig();
    expect(await sentBy(send("email-user@example.com", {}, "VERIFY_CODE"))).toBe(0);
    await mfaTokenOf(rig, "email-user");
    expect(await sentBy(send("email-user@example.com", {}, "VERIFY_CODE"))).toBe(1);
  });

  it("may be to sign in with, where the application has that", async () => {
    expect(await sentBy(send("email-user@example.com", {}, "LOGIN_VERIFY_CODE"))).toBe(1);
    expect(errorOf(await send("email-user@example.com", { app: "demo-email" }, "LOGIN_VERIFY_CODE"))).toMatchObject({ code: 403 });
    expect(await rest(rig, "/api/v2/login/email-code", { email: "email-user@example.com", code: mailedCode(rig), params: null, context: null })).toMatchObject({ body: { code: 200, data: { id: "demo-email-user" } } });
    expect(errorOf(await rest(rig, "/api/v2/login/email-code", { email: "email-user@example.com", code: "123456" }))).toMatchObject({ code: 2001, data: { reason: "code_invalid" } });
    expect(errorOf(await rest(rig, "/api/v2/login/email-code", { email: "nobody@example.com", code: "123456" }))).toMatchObject({ code: 2001, data: { reason: "challenge_expired" } });
  });

  it("may be left open by SMS: a login that waits, else to sign in", async () => {
    await mfaTokenOf(rig, "phone-user");
    await rest(rig, "/api/v2/sms/send", { phone: "13800138000" });
    expect(rig.texts.at(-1)?.to).toBe("+8613800138000");
    const before = rig.texts.length;
    expect(await rest(rig, "/api/v2/sms/send", { phone: "13800138001" }, { app: "demo-email" })).toMatchObject(ok);
    expect(rig.texts).toHaveLength(before);
  });

  it("by the third version's route is a second factor", async () => {
    await mfaTokenOf(rig, "phone-user");
    const before = rig.texts.length;
    expect(await rest(rig, "/api/v3/send-sms", { phoneNumber: "13800138000", phoneCountryCode: "+86", channel: "CHANNEL_VERIFY_MFA" })).toMatchObject(ok);
    expect(rig.texts).toHaveLength(before + 1);
  });

  it.each(["RESET_PASSWORD", "REGISTER_VERIFY_CODE", "toString"])("that this server does not do is said: %s", async (scene) => {
    expect(errorOf(await send("email-user@example.com", {}, scene))).toMatchObject({ code: 501 });
  });

  it("by GraphQL is the same", async () => {
    const query = "mutation sendEmail($email: String!, $scene: EmailScene!) { sendEmail(email: $email, scene: $scene) { message code } }";
    expect((await graphql(rig, query, { email: "nobody@example.com", scene: "MFA_VERIFY" })).body).toEqual({ data: { sendEmail: { message: "发送成功", code: 200 } } });
    expect(errorOf(await graphql(rig, query, { email: "nobody@example.com", scene: "MFA_VERIFI" }))).toMatchObject({ code: 400 });
  });
});

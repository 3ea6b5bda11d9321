import Sqlite from "better-sqlite3";
import { TOTP } from "otpauth/slim";
import { beforeEach, expect, it } from "vitest";
import { appCode, challengeOf, mailedCode, otherThan, recoveryOf, send, sessionOf, textedCode, verify } from "../testing/login.ts";
import { createRig } from "../testing/rig.ts";
import type { Rig } from "../testing/rig.ts";

// The policy `bindDuringLogin: "always"` (R8), as the documents literally have it: the password alone is enough to bind another factor.

let rig: Rig;
beforeEach(async () => {
  rig = await createRig(new Sqlite(":memory:"));
  await rig.db.updateTable("application").set({ bindDuringLogin: "always" }).where("id", "=", "demo").execute();
});

const PHONE = "+8613900139000";
const bindPhone = (token: string) => rig.call("bind", { factor: "sms", target: PHONE }, { token });
const sendSms = (token: string) => rig.call("sendCode", { factor: "sms", trigger: "user" }, { token });
const verifySms = (token: string, code: string) => rig.call("verifyCode", { factor: "sms", code }, { token });
const bindings = () => rig.db.selectFrom("binding").select(["factor", "target"]).where("accountId", "=", "demo-email-user").execute();
const open = async () => (await challengeOf(rig, "demo", "email-user")).token;

it("offers what is not bound as a tab of its own, behind what is", async () => {
  const challenge = await challengeOf(rig, "demo", "email-user");
  expect(challenge).toMatchObject({ need: "verify", factor: "email" });
  expect(challenge.factors.slice(0, 2)).toMatchObject([{ factor: "email", bound: true }, { factor: "sms", bound: false }]);
});

it("binds it by its own code, which completes the login", async () => {
  const token = await open();
  expect((await sendSms(token)).body).toMatchObject({ code: "conflict" });
  expect((await bindPhone(token)).status).toBe(200);
  await sendSms(token);
  expect((await verifySms(token, otherThan(textedCode(rig)))).body).toMatchObject({ code: "code_invalid", attemptsLeft: 5 });
  expect(await bindings()).toEqual([]);
  sessionOf(await verifySms(token, textedCode(rig)));
  expect(await bindings()).toEqual([{ factor: "sms", target: PHONE }]);
});

it("the bound factor completes the login as ever and binds nothing", async () => {
  const token = await open();
  await bindPhone(token);
  await send(rig, token);
  sessionOf(await verify(rig, token, mailedCode(rig)));
  expect(await bindings()).toEqual([]);
});

it("never binds over what is bound", async () => {
  expect((await rig.call("bind", { factor: "email", target: "evil@example.com" }, { token: await open() })).body).toMatchObject({ code: "bind_not_allowed" });
});

it("binds an authenticator app too, and tells its recovery code, again where the answer was lost (R14, R12a)", async () => {
  const token = await open();
  const { secret } = (await rig.call("startTotp", {}, { token })).body;
  const code = new TOTP({ secret: String(secret) }).generate({ timestamp: rig.ports.clock.now() });
  const [lost, again] = [await rig.call("confirmTotp", { code }, { token, key: "k" }), await rig.call("confirmTotp", { code }, { token, key: "k" })];
  sessionOf(again);
  expect(recoveryOf(again)).not.toBe(recoveryOf(lost));
  expect(await bindings()).toEqual([{ factor: "totp", target: null }]);
});

it("hands out no secret over an authenticator app that is bound", async () => {
  const { token } = await challengeOf(rig, "demo", "totp-user");
  expect((await rig.call("startTotp", {}, { token })).body).toMatchObject({ code: "bind_not_allowed" });
});

it("gives no recovery code to who only proves the authenticator app", async () => {
  const { token } = await challengeOf(rig, "demo", "totp-user");
  const answer = await rig.call("verifyCode", { factor: "totp", code: await appCode(rig, "totp-user") }, { token });
  sessionOf(answer);
  expect(answer.body).not.toHaveProperty("recoveryCode");
});

it("of two logins that bind the same factor at once one does, and nothing breaks", async () => {
  const tokens = [await open(), await open()];
  for (const token of tokens) await bindPhone(token);
  await sendSms(tokens[0] ?? "");
  const code = textedCode(rig);
  sessionOf(await verifySms(tokens[0] ?? "", code));
  expect((await verifySms(tokens[1] ?? "", code)).status).toBeGreaterThanOrEqual(400);
  expect(await bindings()).toHaveLength(1);
  expect(rig.faults).toEqual([]);
});

it("is over for a challenge when the policy is switched back", async () => {
  const token = await open();
  await bindPhone(token);
  await sendSms(token);
  await rig.db.updateTable("application").set({ bindDuringLogin: "when-nothing-bound" }).where("id", "=", "demo").execute();
  expect((await verifySms(token, textedCode(rig))).body).toMatchObject({ code: "factor_unavailable" });
  expect((await bindPhone(token)).body).toMatchObject({ code: "bind_not_allowed" });
  expect(await bindings()).toEqual([]);
});

it("holds in the application that says so and in no other", async () => {
  const { token, factors } = await challengeOf(rig, "demo-email", "email-user");
  expect(factors).toHaveLength(1);
  expect((await bindPhone(token)).body).toMatchObject({ code: "bind_not_allowed" });
});

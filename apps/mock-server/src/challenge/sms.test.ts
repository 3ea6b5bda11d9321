import Sqlite from "better-sqlite3";
import { beforeEach, describe, expect, it } from "vitest";
import type { Handover } from "../ports.ts";
import { challengeOf, otherThan, send, sessionOf, textedCode, verify } from "../testing/login.ts";
import { createApp } from "../app.ts";
import { createRig, readAnswer } from "../testing/rig.ts";
import type { Answer, Rig } from "../testing/rig.ts";

const DAY = 86_400_000;

let rig: Rig;
beforeEach(async () => {
  rig = await createRig(new Sqlite(":memory:"));
});

const sendSms = (token: string, trigger: "auto" | "user" = "auto"): Promise<Answer> => rig.call("sendCode", { factor: "sms", trigger }, { token });
const verifySms = (token: string, code: string): Promise<Answer> => rig.call("verifyCode", { factor: "sms", code }, { token });
const bindPhone = (token: string, target: string): Promise<Answer> => rig.call("bind", { factor: "sms", target }, { token });
const bindings = () => rig.db.selectFrom("binding").select(["factor", "scope", "target"]).where("accountId", "=", "demo-new-user").execute();

describe("a bound phone (R6, R7)", () => {
  let token: string;
  beforeEach(async () => {
    token = (await challengeOf(rig, "demo", "phone-user")).token;
  });

  it("is asked for, sent to and shown masked, and its code signs in", async () => {
    const now = rig.ports.clock.now();
    expect(await sendSms(token)).toMatchObject({ status: 200, body: { sentTo: "+86 •••••••• 00", resendAt: now + 60_000, expiresAt: now + 600_000 } });
    expect(rig.texts).toEqual([{ to: "+8613800138000", code: textedCode(rig), text: expect.stringMatching(/^Guard Demo\n(\d{6})\n\n@localhost #\1$/), application: "Guard Demo" }]);
    expect(rig.mails).toEqual([]);
    expect(sessionOf(await verifySms(token, textedCode(rig))).user).toMatchObject({ username: "phone-user", phone: "+8613800138000" });
  });

  it("waits 60 s for a second code, and the second kills the first (R6, R9)", async () => {
    await sendSms(token);
    const older = textedCode(rig);
    expect((await sendSms(token, "user")).body).toMatchObject({ code: "resend_too_soon" });
    rig.advance(60_000);
    expect((await sendSms(token, "user")).status).toBe(200);
    expect((await verifySms(token, older)).body).toMatchObject({ code: "code_invalid", attemptsLeft: 5 });
    sessionOf(await verifySms(token, textedCode(rig)));
  });

  it.each<[Handover, number]>([["handed-over", 200], ["unknown", 200], ["refused", 502]])("hears what the provider said: %s is answered %d (R6a)", async (handover, status) => {
    rig.handovers.push(handover);
    expect((await sendSms(token)).status).toBe(status);
    expect((await sendSms(token, "user")).status).toBe(status === 502 ? 200 : 429);
  });

  it("is no tab of an application where the provider is off", async () => {
    const { sms: _, ...without } = rig.ports;
    const { body } = await readAnswer(await createApp(without).fetch(new Request("http://localhost/api/v1/settings?app=demo")));
    expect(body).toMatchObject({ factors: ["email", "totp"] });
    expect(body).not.toHaveProperty("phoneCountries");
  });
});

it("a code that came by SMS is worth nothing as the e-mail's, and the other way round (S-11)", async () => {
  const { token } = await challengeOf(rig, "demo", "all-factors");
  await send(rig, token);
  await sendSms(token);
  expect((await verify(rig, token, textedCode(rig))).body).toMatchObject({ code: "code_invalid", attemptsLeft: 5 });
  sessionOf(await verifySms(token, textedCode(rig)));
});

it("wrong codes of both count together (R11, S-03)", async () => {
  const { token } = await challengeOf(rig, "demo", "all-factors");
  await send(rig, token);
  await sendSms(token);
  const wrong = otherThan(textedCode(rig));
  for (let turn = 0; turn < 3; turn += 1) {
    await verify(rig, token, "000000");
    if (turn < 2) await verifySms(token, wrong);
  }
  expect((await verifySms(token, wrong)).body).toMatchObject({ code: "locked" });
});

describe("binding a phone during a login (R8)", () => {
  let token: string;
  beforeEach(async () => {
    token = (await challengeOf(rig, "demo", "new-user")).token;
  });

  it("offers it beside the e-mail to somebody with nothing bound", async () => {
    expect(await challengeOf(rig, "demo", "new-user")).toMatchObject({ need: "bind", factor: "email", factors: [{ factor: "email", bound: false }, { factor: "sms", bound: false }, { factor: "totp", bound: false }] });
  });

  it("takes the number in any form, sends nothing, and binds it in E.164 when its code comes back", async () => {
    expect(await bindPhone(token, "0086 138-0013-8088")).toMatchObject({ status: 200, body: { factor: "sms", target: "+86 •••••••• 88" } });
    expect(rig.texts).toEqual([]);
    expect((await sendSms(token, "user")).status).toBe(200);
    expect(rig.texts[0]?.to).toBe("+8613800138088");
    expect((await verifySms(token, otherThan(textedCode(rig)))).body).toMatchObject({ code: "code_invalid", attemptsLeft: 5 });
    expect(await bindings()).toEqual([]);
    expect(sessionOf(await verifySms(token, textedCode(rig))).amr).toContain("mfa");
    expect(await bindings()).toEqual([{ factor: "sms", scope: "demo", target: "+8613800138088" }]);
    expect(await challengeOf(rig, "demo", "new-user")).toMatchObject({ need: "verify", factor: "sms", factors: [{ factor: "sms", bound: true }] });
  });

  it("lets the number be changed; the code of the older one is worth nothing then", async () => {
    await bindPhone(token, "+8613800138088");
    await sendSms(token, "user");
    const older = textedCode(rig);
    await bindPhone(token, "+8613800138099");
    expect((await verifySms(token, older)).body).toMatchObject({ code: "code_invalid" });
    expect((await sendSms(token, "user")).status).toBe(200);
    sessionOf(await verifySms(token, textedCode(rig)));
    expect(await bindings()).toMatchObject([{ target: "+8613800138099" }]);
  });

  it.each(["13800138000", "+86138", "jane@example.com"])("refuses %j in place", async (target) => {
    expect(await bindPhone(token, target)).toMatchObject({ status: 422, body: { code: "target_invalid" } });
  });
});

describe("countries (S-33)", () => {
  it.each(["+18763734253", "+88216123456", "+447911123456"])("%s is where no SMS goes unless it is listed", async (target) => {
    const { token } = await challengeOf(rig, "demo", "new-user");
    expect(await bindPhone(token, target)).toMatchObject({ status: 409, body: { code: "target_unavailable" } });
    expect((await rig.call("checkBindable", { factor: "sms", target }, { token })).body).toMatchObject({ bindable: false });
  });

  it("are an application's own, and settings list them", async () => {
    await rig.db.updateTable("application").set({ phoneCountries: '["JM"]' }).where("id", "=", "demo").execute();
    expect((await rig.call("settings", { app: "demo" })).body).toMatchObject({ phoneCountries: ["JM"] });
    const { token } = await challengeOf(rig, "demo", "new-user");
    expect((await bindPhone(token, "+18763734253")).status).toBe(200);
    expect((await bindPhone(token, "+8613800138088")).body).toMatchObject({ code: "target_unavailable" });
  });

  it("are judged again at each send: a number bound before its country was struck off gets nothing", async () => {
    const { token } = await challengeOf(rig, "demo", "phone-user");
    await rig.db.updateTable("application").set({ phoneCountries: '["US"]' }).where("id", "=", "demo").execute();
    expect((await sendSms(token)).body).toMatchObject({ code: "target_unavailable" });
    expect(rig.texts).toEqual([]);
  });
});

describe("the day's SMS of an application (S-33)", () => {
  const limit = (smsPerDay: number) => rig.db.updateTable("application").set({ numbers: JSON.stringify({ smsPerDay }) }).where("id", "=", "demo").execute();
  const tokens = async () => [(await challengeOf(rig, "demo", "phone-user")).token, (await challengeOf(rig, "demo", "all-factors")).token] as const;

  it("end: the next is refused until the oldest is a day old, an administrator hears of it, and e-mails still go", async () => {
    await limit(1);
    const [first, second] = await tokens();
    const began = rig.ports.clock.now();
    await sendSms(first);
    expect(await sendSms(second)).toMatchObject({ status: 429, body: { code: "rate_limited", retryAt: began + DAY } });
    expect((await send(rig, second)).status).toBe(200);
    expect(await rig.db.selectFrom("adminEvent").select(["kind", "subject"]).execute()).toEqual([{ kind: "sms_budget", subject: "sms:demo" }]);
    rig.advance(DAY);
    expect((await sendSms((await tokens())[1])).status).toBe(200);
  });

  it("are not spent by what the provider refused", async () => {
    await limit(1);
    const [first, second] = await tokens();
    rig.handovers.push("refused");
    await sendSms(first);
    expect((await sendSms(second)).status).toBe(200);
  });

  it("are exact when many ask at once", async () => {
    await limit(1);
    const answers = await Promise.all((await tokens()).map((token) => sendSms(token)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 429]);
  });

  it("fail closed: when they can't be counted nothing is sent", async () => {
    const [token] = await tokens();
    await rig.db.schema.alterTable("dispatch").renameTo("gone").execute();
    expect((await sendSms(token)).status).toBe(500);
    expect(rig.texts).toEqual([]);
  });
});

it("every way to write a number shares one budget (S-33)", async () => {
  await rig.db.updateTable("application").set({ numbers: JSON.stringify({ codesPerRecipientHour: 3 }) }).where("id", "=", "demo").execute();
  const { token } = await challengeOf(rig, "demo", "new-user");
  const statuses = [];
  for (const typed of ["+8613800138088", "0086 138 0013 8088", "+86-138-00138088", "＋８６13800138088"]) {
    await bindPhone(token, typed);
    statuses.push((await sendSms(token, "user")).status);
    rig.advance(60_000);
  }
  expect(statuses).toEqual([200, 200, 200, 429]);
});

import Sqlite from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { challengeOf, mailedCode, send, sessionOf, verify } from "../testing/login.ts";
import { createRig } from "../testing/rig.ts";
import type { Answer, Rig } from "../testing/rig.ts";
import { createSmsSender } from "./sms-sender.ts";
import { parseSmsUrl } from "./sms-url.ts";
import { openScriptedHttp, type HttpAnswer, type ScriptedHttp } from "./testing/scripted-http.ts";

// A whole login over a real provider that misbehaves (R6a). The deadline is 300 ms here and 5 s in life.
const DEADLINE_MS = 300;

let provider: ScriptedHttp;
let rig: Rig;
beforeEach(async () => {
  provider = await openScriptedHttp(202);
  const parsed = parseSmsUrl(provider.url, `whsec_${btoa("x".repeat(32))}`);
  if (parsed.kind !== "webhook") throw new Error("It is a webhook.");
  rig = await createRig(new Sqlite(":memory:"), { ports: { sms: createSmsSender(parsed, { now: () => Date.now() }, { deadlineMs: DEADLINE_MS }) } });
});
afterEach(async () => {
  await provider.close();
  await rig.ports.store.close();
});

const open = async (identifier = "phone-user") => (await challengeOf(rig, "demo", identifier)).token;
const sendSms = (token: string): Promise<Answer> => rig.call("sendCode", { factor: "sms", trigger: "user" }, { token });
const verifySms = (token: string, code: string): Promise<Answer> => rig.call("verifyCode", { factor: "sms", code }, { token });
const lastCode = () => (JSON.parse(provider.requests.at(-1)?.body ?? "{}") as { code: string }).code;
const dispatches = async () => (await rig.db.selectFrom("dispatch").select("id").execute()).length;

describe.each<HttpAnswer>([400, 404, 429, 302])("a provider that answers %s: a definite no", (answer) => {
  it("is answered delivery_failed; the older code lives on, nobody waits, the budget is given back", async () => {
    const token = await open();
    await sendSms(token);
    const older = lastCode();
    rig.advance(60_000);
    provider.script.answer = answer;
    for (let turn = 0; turn < 2; turn += 1) expect(await sendSms(token)).toMatchObject({ status: 502, body: { code: "delivery_failed" } });
    expect(await dispatches()).toBe(1);
    sessionOf(await verifySms(token, older));
  });
});

describe.each<HttpAnswer>([500, "drop", "hang"])("a provider that answers %s: nobody knows", (answer) => {
  it("is answered as sent in time; the new code lives, the wait runs, the budget is spent", async () => {
    const token = await open();
    provider.script.answer = answer;
    const began = performance.now();
    expect((await sendSms(token)).status).toBe(200);
    expect(performance.now() - began).toBeLessThan(DEADLINE_MS + 700);
    expect((await sendSms(token)).body).toMatchObject({ code: "resend_too_soon" });
    expect(await dispatches()).toBe(1);
    sessionOf(await verifySms(token, lastCode()));
  });
});

it("a provider that is gone is a definite no", async () => {
  await provider.close();
  expect((await sendSms(await open())).body).toMatchObject({ code: "delivery_failed" });
});

it("a provider that hangs holds up no e-mail and nobody who types a code", async () => {
  const [slow, other] = [await open(), await open("all-factors")];
  provider.script.answer = "hang";
  const waiting = sendSms(slow);
  const began = performance.now();
  await send(rig, other);
  sessionOf(await verify(rig, other, mailedCode(rig)));
  expect(performance.now() - began).toBeLessThan(DEADLINE_MS);
  expect((await waiting).status).toBe(200);
});

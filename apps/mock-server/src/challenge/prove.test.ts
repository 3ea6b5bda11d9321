import Sqlite from "better-sqlite3";
import { TOTP } from "otpauth/slim";
import { beforeEach, describe, expect, it } from "vitest";
import { createDummyFactor, DUMMY_CODE } from "../testing/dummy-factor.ts";
import { DEMO_RECOVERY_CODE } from "../development/data.ts";
import { appCode, challengeOf, countersOf, mailedCode, otherThan, recover, recoveryOf, send, sessionOf, signIn, textedCode, verify, verifyApp } from "../testing/login.ts";
import { createRig } from "../testing/rig.ts";
import type { Answer, Rig, RigOptions } from "../testing/rig.ts";

let rig: Rig;
const begin = async (options: RigOptions = {}) => {
  rig = await createRig(new Sqlite(":memory:"), options);
};
beforeEach(() => begin());

const next = (answer: Answer) => (answer.body as { challenge: { token: string; need: string; factors: object[] } }).challenge;
const shown = (secret: unknown) => new TOTP({ secret: String(secret) }).generate({ timestamp: rig.ports.clock.now() });
const enrol = async (token: string, key?: string) => {
  const { secret } = (await rig.call("startTotp", {}, { token })).body;
  return rig.call("confirmTotp", { code: shown(secret) }, { token, ...(key === undefined ? {} : { key }) });
};
const provenByMail = async (token: string, key?: string) => {
  await send(rig, token);
  return verify(rig, token, mailedCode(rig), key === undefined ? {} : { key });
};
const bound = (who: string) => rig.db.selectFrom("binding").select(["factor", "scope"]).where("accountId", "=", `demo-${who}`).execute();

describe("email-user in demo-totp, where e-mail is off (R8, S-26)", () => {
  it("proves the e-mail first, then binds an authenticator app, then is signed in", async () => {
    const { token, need, factors } = await challengeOf(rig, "demo-totp", "email-user");
    expect({ need, factors }).toEqual({ need: "prove", factors: [{ factor: "email", bound: true }] });
    const bind = next(await provenByMail(token));
    expect(bind).toMatchObject({ need: "bind", factors: [{ factor: "totp", bound: false }] });
    const answer = await enrol(bind.token);
    expect(sessionOf(answer).amr).toContain("mfa");
    recoveryOf(answer);
    expect(await bound("email-user")).toEqual([{ factor: "totp", scope: "demo-totp" }]);
    expect(await challengeOf(rig, "demo-totp", "email-user")).toMatchObject({ need: "verify", factor: "totp" });
  });

  it("binds nothing before that: not by address, not by authenticator app", async () => {
    const { token } = await challengeOf(rig, "demo-totp", "email-user");
    expect(await rig.call("bind", { factor: "email", target: "evil@example.com" }, { token })).toMatchObject({ status: 403, body: { code: "bind_not_allowed" } });
    expect((await rig.call("startTotp", {}, { token })).body).toMatchObject({ code: "bind_not_allowed" });
    expect((await rig.call("confirmTotp", { code: "123456" }, { token })).body).toMatchObject({ code: "bind_not_allowed" });
  });

  it("is not signed in by the proof alone, and the proof's challenge is burnt", async () => {
    const { token } = await challengeOf(rig, "demo-totp", "email-user");
    await provenByMail(token);
    expect(await rig.db.selectFrom("session").select("id").execute()).toEqual([]);
    expect(await rig.call("resume", {}, { token })).toMatchObject({ status: 401 });
  });

  it("counts a wrong proof, and a right one clears the count (R11)", async () => {
    const { token } = await challengeOf(rig, "demo-totp", "email-user");
    await send(rig, token);
    expect((await verify(rig, token, otherThan(mailedCode(rig)))).body).toMatchObject({ attemptsLeft: 5 });
    await verify(rig, token, mailedCode(rig));
    expect(await countersOf(rig, "email-user")).toMatchObject({ failures: 0, total: 0 });
  });

  it("gets the next challenge again when its answer was lost; the lost one is dead (R12a)", async () => {
    const { token } = await challengeOf(rig, "demo-totp", "email-user");
    await send(rig, token);
    const code = mailedCode(rig);
    const [lost, again] = [next(await verify(rig, token, code, { key: "k" })), next(await verify(rig, token, code, { key: "k" }))];
    expect((await rig.call("startTotp", {}, { token: lost.token })).status).toBe(401);
    sessionOf(await enrol(again.token));
  });

  it("that proved twice, in two tabs, binds once", async () => {
    const tokens = [];
    for (let turn = 0; turn < 2; turn += 1) {
      tokens.push(next(await provenByMail((await challengeOf(rig, "demo-totp", "email-user")).token)).token);
      rig.advance(60_000);
    }
    const [first = "", second = ""] = tokens;
    sessionOf(await enrol(first));
    expect((await rig.call("startTotp", {}, { token: second })).body).toMatchObject({ code: "bind_not_allowed" });
    expect(await bound("email-user")).toHaveLength(1);
  });

  it("can't use the proof elsewhere: a login in another application asks for its own", async () => {
    await provenByMail((await challengeOf(rig, "demo-totp", "email-user")).token);
    expect(await challengeOf(rig, "demo-email", "email-user")).toMatchObject({ need: "verify" });
  });
});

describe("totp-user in demo-email", () => {
  it("proves with the authenticator app of another scope and binds an e-mail", async () => {
    const { token, need, factors } = await challengeOf(rig, "demo-email", "totp-user");
    expect({ need, factors }).toEqual({ need: "prove", factors: [{ factor: "totp", bound: true }] });
    const bind = next(await verifyApp(rig, token, await appCode(rig, "totp-user")));
    await rig.call("bind", { factor: "email", target: "me@example.com" }, { token: bind.token });
    await send(rig, bind.token, "user");
    expect((await verify(rig, bind.token, mailedCode(rig))).body).not.toHaveProperty("recoveryCode");
    expect(await bound("totp-user")).toContainEqual({ factor: "email", scope: "demo-email" });
  });

  it("may prove with the recovery code; the new one comes when the login is done (R15)", async () => {
    const { token } = await challengeOf(rig, "demo-email", "totp-user");
    const proven = await recover(rig, token, DEMO_RECOVERY_CODE);
    expect(JSON.stringify(proven.body)).not.toContain("recoveryCode");
    const bind = next(proven);
    // Used up at once, though its successor is not there yet.
    expect((await recover(rig, (await challengeOf(rig, "demo-totp", "totp-user")).token, DEMO_RECOVERY_CODE)).status).toBeGreaterThanOrEqual(400);
    await rig.call("bind", { factor: "email", target: "me@example.com" }, { token: bind.token });
    await send(rig, bind.token, "user");
    expect(recoveryOf(await verify(rig, bind.token, mailedCode(rig)))).not.toBe(DEMO_RECOVERY_CODE);
  });
});

describe("phone-user in demo-totp", () => {
  it("proves the phone, then binds", async () => {
    const { token, need, factors } = await challengeOf(rig, "demo-totp", "phone-user");
    expect({ need, factors }).toEqual({ need: "prove", factors: [{ factor: "sms", bound: true }] });
    await rig.call("sendCode", { factor: "sms", trigger: "auto" }, { token });
    const bind = next(await rig.call("verifyCode", { factor: "sms", code: textedCode(rig) }, { token }));
    sessionOf(await enrol(bind.token));
  });
});

it("an account none of whose factors this server can run never binds: factor_unavailable (R8)", async () => {
  await rig.db.insertInto("binding").values({ id: "f", accountId: "demo-new-user", factor: "face", scope: "elsewhere", target: null, secret: null, boundAt: 0 }).execute();
  expect(await signIn(rig, "demo-totp", "new-user")).toMatchObject({ status: 409, body: { code: "factor_unavailable" } });
});

it("any bound factor proves, one that was only registered too", async () => {
  await begin({ runners: [createDummyFactor()] });
  await rig.db.insertInto("binding").values({ id: "f", accountId: "demo-new-user", factor: "face", scope: "elsewhere", target: null, secret: null, boundAt: 0 }).execute();
  const { token, factors } = await challengeOf(rig, "demo-totp", "new-user");
  expect(factors).toEqual([{ factor: "face", bound: true }]);
  expect(next(await rig.call("verifyCode", { factor: "face", code: DUMMY_CODE }, { token }))).toMatchObject({ need: "bind" });
});

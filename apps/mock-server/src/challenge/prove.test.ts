import Sqlite from "better-sqlite3";
import { TOTP } from "otpauth/slim";
import { beforeEach, describe, expect, it } from "vitest";
import { createDummyFactor, DUMMY_CODE } from "../testing/dummy-factor.ts";
import { DEMO_RECOVERY_CODE } from "../development/data.ts";
import { appCode, challengeOf, countersOf, mailedCode, otherThan, recover, recoveryOf, send, sessionOf, signIn, textedCode, verify, verifyApp } from "../testing/login.ts";
import { createRig } from "../testing/rig.ts";
import type { Answer, CallOptions, Rig, RigOptions } from "../testing/rig.ts";

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

  const proveByRecovery = async (code = DEMO_RECOVERY_CODE, key?: string) => {
    const { token } = await challengeOf(rig, "demo-email", "totp-user");
    return recover(rig, token, code, key === undefined ? {} : { key });
  };
  const bindMail = async (token: string, address = "me@example.com", options: CallOptions = {}) => {
    await rig.call("bind", { factor: "email", target: address }, { token });
    await send(rig, token, "user");
    return verify(rig, token, mailedCode(rig), options);
  };
  const recoverElsewhere = async (code = DEMO_RECOVERY_CODE) => recover(rig, (await challengeOf(rig, "demo-totp", "totp-user")).token, code);

  it("may prove with the recovery code; the new one comes when the login is done, and the old one is worth nothing then (R15)", async () => {
    const proven = await proveByRecovery();
    expect(JSON.stringify(proven.body)).not.toContain("recoveryCode");
    const fresh = recoveryOf(await bindMail(next(proven).token));
    expect((await recoverElsewhere()).body).toMatchObject({ code: "code_invalid" });
    sessionOf(await recoverElsewhere(fresh));
  });

  it("whose page was reloaded before the bind proves with the same code again: nobody is shut out (R15, law 8)", async () => {
    const lost = next(await proveByRecovery());
    const bind = next(await proveByRecovery());
    expect(recoveryOf(await bindMail(bind.token))).not.toBe(DEMO_RECOVERY_CODE);
    // The code logged in once: what else it had proven is over.
    for (const call of ["resume", "startTotp"] as const) expect(await rig.call(call, {}, { token: lost.token })).toMatchObject({ status: 401, body: { code: "challenge_expired" } });
    expect((await rig.call("bind", { factor: "email", target: "you@example.com" }, { token: lost.token })).body).toMatchObject({ code: "challenge_expired" });
    expect(await rig.db.selectFrom("session").select("id").execute()).toHaveLength(1);
  });

  it("opens one session with one code, however many logins it proved, all finished at once (S-20)", async () => {
    const tokens = [];
    for (let turn = 0; turn < 3; turn += 1) tokens.push(next(await proveByRecovery()).token);
    for (const token of tokens) await rig.call("bind", { factor: "email", target: "me@example.com" }, { token });
    await send(rig, tokens[0] ?? "", "user");
    const code = mailedCode(rig);
    const answers = await Promise.all([...tokens.map((token) => verify(rig, token, code)), recoverElsewhere(), recoverElsewhere()]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await rig.db.selectFrom("session").select("id").execute()).toHaveLength(1);
    expect(rig.faults).toEqual([]);
  });

  it.each([
    ["was used for another login", () => recoverElsewhere()],
    ["was replaced in the personal centre", async () => {
      const { token } = sessionOf(await verifyApp(rig, (await challengeOf(rig, "demo-totp", "totp-user")).token, await appCode(rig, "totp-user")));
      return rig.call("renewRecoveryCode", {}, { token });
    }],
  ])("is back at the password when its code %s meanwhile, and nothing was bound (R15)", async (_what, happen) => {
    const { token } = next(await proveByRecovery());
    await rig.call("bind", { factor: "email", target: "me@example.com" }, { token });
    await send(rig, token, "user");
    expect((await happen()).status).toBe(200);
    expect(await verify(rig, token, mailedCode(rig))).toMatchObject({ status: 401, body: { code: "challenge_expired" } });
    expect(await bound("totp-user")).not.toContainEqual({ factor: "email", scope: "demo-email" });
  });

  it("hears of its proof again when the answer was lost, but not once the code was replaced (R12a)", async () => {
    const { token } = await challengeOf(rig, "demo-email", "totp-user");
    const prove = () => recover(rig, token, DEMO_RECOVERY_CODE, { key: "k" });
    const [lost, again] = [next(await prove()), next(await prove())];
    expect((await rig.call("resume", {}, { token: lost.token })).status).toBe(401);
    expect((await rig.call("resume", {}, { token: again.token })).status).toBe(200);
    expect((await recoverElsewhere()).status).toBe(200);
    expect(await prove()).toMatchObject({ status: 401, body: { code: "challenge_expired" } });
  });

  it("gets another session and another code when the answer to its bind was lost (R12a)", async () => {
    const { token } = next(await proveByRecovery());
    const lost = await bindMail(token, "me@example.com", { key: "k" });
    const again = await verify(rig, token, mailedCode(rig), { key: "k" });
    expect((await rig.call("session", {}, { token: sessionOf(lost).token })).status).toBe(401);
    expect((await recoverElsewhere(recoveryOf(lost))).body).toMatchObject({ code: "code_invalid" });
    sessionOf(await recoverElsewhere(recoveryOf(again)));
  });

  it("counts a wrong one among the six, and is told by mail when the code was used and not before (S-21, S-28)", async () => {
    await rig.db.updateTable("account").set({ email: "owner@example.com", emailVerified: 1 }).where("username", "=", "totp-user").execute();
    await rig.db.deleteFrom("binding").where("accountId", "=", "demo-totp-user").where("scope", "=", "demo-totp").execute();
    const { token } = await challengeOf(rig, "demo-totp", "totp-user");
    expect((await recover(rig, token, "0".repeat(25))).body).toMatchObject({ attemptsLeft: 5 });
    const bind = next(await recover(rig, token, DEMO_RECOVERY_CODE));
    await rig.app.idle();
    expect(rig.mails).toEqual([]);
    recoveryOf(await enrol(bind.token));
    await rig.app.idle();
    expect(rig.mails.map(({ subject }) => subject)).toEqual(["An authenticator app was added to your account", "Your recovery code was used"]);
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

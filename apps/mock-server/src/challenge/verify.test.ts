import Sqlite from "better-sqlite3";
import { beforeEach, describe, expect, it } from "vitest";
import { challengeOf, mailedCode, otherThan, send, sessionOf, signIn, signInFully, verify } from "../testing/login.ts";
import { createRig } from "../testing/rig.ts";
import type { Rig } from "../testing/rig.ts";

let rig: Rig;
let token: string;
let code: string;
beforeEach(async () => {
  rig = await createRig(new Sqlite(":memory:"));
  token = (await challengeOf(rig, "demo-email", "email-user")).token;
  await send(rig, token);
  code = mailedCode(rig);
});

const countSessions = async () => (await rig.db.selectFrom("session").select("id").execute()).length;
const account = () => rig.db.selectFrom("account").select(["failures", "total", "lockedUntil", "closedAt"]).where("username", "=", "email-user").executeTakeFirstOrThrow();
const wrongTimes = async (times: number) => {
  for (let turn = 0; turn < times; turn += 1) await verify(rig, token, otherThan(code));
};

describe("a right code", () => {
  it("answers a session with how and who", async () => {
    const session = sessionOf(await verify(rig, token, code));
    expect(session).toMatchObject({ app: "demo-email", amr: ["pwd", "otp", "mfa"], user: { id: "demo-email-user", username: "email-user", email: "email-user@example.com" } });
    expect(session.expiresAt).toBe(rig.ports.clock.now() + 12 * 3_600_000);
    expect(session.token).toMatch(/^gs_[A-Za-z0-9_-]{43}$/);
  });

  it.each([" 123-4 56\n", "full-width", "Arabic-Indic"])("is taken as a person types or pastes it: %s", async (shape) => {
    const typed = shape === "full-width" ? code.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)))
      : shape === "Arabic-Indic" ? code.replace(/\d/g, (digit) => String.fromCharCode(0x0660 + Number(digit)))
      : ` ${code.slice(0, 3)}-${code.slice(3, 4)} ${code.slice(4)}\n`;
    sessionOf(await verify(rig, token, typed));
  });

  it.each([[599_000, 200], [601_000, 422]])("%d ms after it was made is answered %d (S-10)", async (ms, status) => {
    rig.advance(ms);
    expect((await verify(rig, token, code)).status).toBe(status);
  });

  it("is accepted once, from any live challenge of the account and application (R9a)", async () => {
    const second = (await challengeOf(rig, "demo-email", "email-user")).token;
    sessionOf(await verify(rig, second, code));
    expect((await verify(rig, token, code)).body).toMatchObject({ code: "code_invalid" });
  });

  it("burns its challenge (S-22)", async () => {
    await verify(rig, token, code);
    for (const answer of [await verify(rig, token, code), await send(rig, token), await rig.call("resume", {}, { token })]) {
      expect(answer).toMatchObject({ status: 401, body: { code: "challenge_expired" } });
    }
  });

  it.each([1, 5])("50 times at once over %d challenges opens exactly one session (S-13)", async (challenges) => {
    const tokens = [token];
    while (tokens.length < challenges) tokens.push((await challengeOf(rig, "demo-email", "email-user")).token);
    const answers = await Promise.all(Array.from({ length: 50 }, (_, at) => verify(rig, tokens[at % tokens.length] ?? token, code)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await countSessions()).toBe(1);
    expect(rig.faults).toEqual([]);
  });

  it("that comes twice at once to one challenge finds it burnt, not wrong", async () => {
    const answers = await Promise.all([verify(rig, token, code), verify(rig, token, code)]);
    expect(new Set(answers.map(({ body }) => body["code"] ?? body["status"]))).toEqual(new Set(["done", "challenge_expired"]));
  });

  it("clears all three counters, even when its own reservation set the lock (R11)", async () => {
    const other = (await challengeOf(rig, "demo-email", "email-user")).token;
    await wrongTimes(5);
    sessionOf(await verify(rig, token, code));
    expect(await account()).toEqual({ failures: 0, total: 0, lockedUntil: null, closedAt: null });
    expect(await rig.call("resume", {}, { token: other })).toMatchObject({ status: 200 });
  });
});

describe("a wrong code", () => {
  it("tells the attempts left, five to one, and the sixth locks for an hour (R11, R12, S-41)", async () => {
    const answers = [];
    for (let turn = 0; turn < 6; turn += 1) answers.push(await verify(rig, token, otherThan(code)));
    expect(answers.map(({ body }) => body["attemptsLeft"])).toEqual([5, 4, 3, 2, 1, undefined]);
    expect(answers.map(({ status }) => status)).toEqual([422, 422, 422, 422, 422, 423]);
    expect(answers.at(-1)?.body).toMatchObject({ code: "locked", lockedUntil: rig.ports.clock.now() + 3_600_000 });
  });

  it.each([
    ["was never sent", async () => otherThan(code)],
    ["is expired", async () => (rig.advance(600_000), code)],
    ["was used", async () => (await verify(rig, (await challengeOf(rig, "demo-email", "email-user")).token, code), code)],
    ["was superseded", async () => (rig.advance(60_000), await send(rig, token, "user"), code)],
  ])("that %s gets one answer (S-41)", async (_what, prepare) => {
    const typed = await prepare();
    const { status, body } = await verify(rig, token, typed);
    expect({ status, body }).toEqual({
      status: 422,
      body: { type: "urn:guard:problem:code_invalid", title: expect.any(String), status: 422, code: "code_invalid", attemptsLeft: 5, now: rig.ports.clock.now() },
    });
  });

  it.each([1, 6])("200 times at once over %d challenges is evaluated at most six times (S-01)", async (challenges) => {
    const tokens = [token];
    while (tokens.length < challenges) tokens.push((await challengeOf(rig, "demo-email", "email-user")).token);
    const answers = await Promise.all(Array.from({ length: 200 }, (_, at) => verify(rig, tokens[at % tokens.length] ?? token, otherThan(code))));
    expect(answers.filter(({ body }) => body["code"] === "code_invalid")).toHaveLength(5);
    expect(answers.filter(({ body }) => body["code"] === "locked")).toHaveLength(195);
    expect(await account()).toMatchObject({ failures: 6, total: 6 });
  });

  it("200 times from as many networks is evaluated at most six times: the count is the account's (S-01, bypass 13)", async () => {
    const wrong = { factor: "email", code: otherThan(code) };
    const answers = await Promise.all(Array.from({ length: 200 }, (_, at) => rig.call("verifyCode", wrong, { token, ip: `2001:db8:0:${at.toString(16)}::1` })));
    expect(answers.filter(({ body }) => body["code"] === "code_invalid")).toHaveLength(5);
    expect(await account()).toMatchObject({ failures: 6, total: 6 });
  });

  it("is counted before it is compared: a fault after the comparison takes nothing back (S-02)", async () => {
    await rig.db.schema.alterTable("audit").renameTo("gone").execute();
    expect((await verify(rig, token, otherThan(code))).status).toBe(500);
    await rig.db.schema.alterTable("gone").renameTo("audit").execute();
    expect(await account()).toMatchObject({ failures: 1, total: 1 });
  });

  it.each([
    ["another right password", () => signIn(rig, "demo-email", "email-user")],
    ["a wrong password", () => signIn(rig, "demo-email", "email-user", "wrong")],
    ["a resend", async () => (rig.advance(60_000), send(rig, token, "user"))],
    ["a new challenge elsewhere", () => challengeOf(rig, "demo-global", "email-user")],
    ["a login without a second factor", () => signIn(rig, "demo-open", "email-user")],
    ["the bypass, on and off", async () => {
      for (const mfaDisabled of [1, 0] as const) await rig.db.updateTable("account").set({ mfaDisabled }).where("username", "=", "email-user").execute();
    }],
    ["an expired code", () => Promise.resolve(rig.advance(601_000))],
  ])("stays counted after %s (S-04)", async (_what, trigger) => {
    await wrongTimes(5);
    await trigger();
    expect((await verify(rig, token, "000000" === code ? "000001" : "000000")).body).toMatchObject({ code: "locked" });
  });
});

describe("the lock", () => {
  it("kills every challenge of the account: they say locked until it ends, then expired (S-06)", async () => {
    const others = [await challengeOf(rig, "demo-email", "email-user"), await challengeOf(rig, "demo-global", "email-user")];
    await wrongTimes(6);
    const answers = () => Promise.all(others.map(({ token: other }) => rig.call("resume", {}, { token: other })));
    for (const answer of await answers()) expect(answer).toMatchObject({ status: 423, body: { code: "locked" } });
    rig.advance(3_599_000);
    for (const answer of await answers()) expect(answer.status).toBe(423);
    rig.advance(2_000);
    for (const answer of await answers()) expect(answer).toMatchObject({ status: 401, body: { code: "challenge_expired" } });
  });

  it("refuses the right code, and tries do not prolong it (S-05)", async () => {
    await wrongTimes(6);
    const { lockedUntil } = await account();
    rig.advance(60_000);
    expect((await verify(rig, token, code)).body).toMatchObject({ code: "locked", lockedUntil });
    expect(await account()).toMatchObject({ failures: 6, total: 6, lockedUntil });
  });

  it("leaves full sessions alone", async () => {
    rig.advance(60_000);
    const session = await signInFully(rig, "demo-global");
    await wrongTimes(6);
    expect((await rig.call("session", {}, { token: session.token })).status).toBe(200);
  });

  it("expired, restarts the count at one", async () => {
    await wrongTimes(6);
    rig.advance(3_600_001);
    token = (await challengeOf(rig, "demo-email", "email-user")).token;
    await send(rig, token, "user");
    expect((await verify(rig, token, otherThan(mailedCode(rig)))).body).toMatchObject({ attemptsLeft: 5 });
    expect(await account()).toMatchObject({ failures: 1, total: 7 });
  });

  it("never lets a challenge from before it live again, not even after a right code", async () => {
    await rig.db.updateTable("application").set({ numbers: '{"lockMs":60000}' }).where("id", "=", "demo-email").execute();
    const before = await challengeOf(rig, "demo-email", "email-user");
    await wrongTimes(6);
    rig.advance(60_001);
    await signInFully(rig);
    expect((await rig.call("resume", {}, { token: before.token })).body).toMatchObject({ code: "challenge_expired" });
  });
});

it("a right code that lifts its own lock revives what that lock killed, and nothing older", async () => {
  await rig.db.updateTable("application").set({ numbers: '{"lockMs":60000}' }).where("id", "=", "demo-email").execute();
  const older = await challengeOf(rig, "demo-email", "email-user");
  await wrongTimes(6);
  rig.advance(60_001);
  token = (await challengeOf(rig, "demo-email", "email-user")).token;
  const younger = await challengeOf(rig, "demo-email", "email-user");
  await send(rig, token, "user");
  code = mailedCode(rig);
  await wrongTimes(5);
  sessionOf(await verify(rig, token, code));
  const codes = [];
  for (const challenge of [older, younger]) codes.push((await rig.call("resume", {}, { token: challenge.token })).status);
  expect(codes).toEqual([401, 200]);
});

describe("a hundred wrong codes", () => {
  it("close the account through 17 locks, with no time in the answer (R11b, S-08)", async () => {
    const answers = [];
    for (let turn = 1; turn <= 100; turn += 1) {
      const answer = await verify(rig, token, otherThan(code));
      answers.push(answer.body["code"]);
      if (answer.body["code"] !== "locked") continue;
      rig.advance(3_600_001);
      token = (await challengeOf(rig, "demo-email", "email-user")).token;
    }
    expect(answers.filter((answer) => answer === "locked")).toHaveLength(16);
    expect(answers.at(-1)).toBe("closed");
    expect(await verify(rig, token, code)).toMatchObject({ status: 403, body: { code: "closed" } });
    rig.advance(365 * 24 * 3_600_000);
    expect((await signIn(rig, "demo-email", "email-user")).body).toMatchObject({ code: "closed" });
    expect(await account()).toMatchObject({ total: 100 });
  });
});

describe("a challenge", () => {
  it.each([[899_000, 200], [901_000, 401]])("%d ms old is answered %d, whatever was done with it (S-22, D2)", async (ms, status) => {
    rig.advance(ms);
    await send(rig, token, "user");
    expect((await rig.call("resume", {}, { token })).status).toBe(status);
  });

  it("shows a delivery only while a code of it is alive", async () => {
    const shown = async () => ((await rig.call("resume", {}, { token })).body as { factors: object[] }).factors[0];
    expect(await shown()).toEqual({ factor: "email", bound: true, sentTo: "e•••@e•••.com", resendAt: expect.any(Number), expiresAt: expect.any(Number) });
    rig.advance(600_000);
    expect(await shown()).toEqual({ factor: "email", bound: true });
  });

  it("is not found by a token nobody was given", async () => {
    expect(await verify(rig, `gc_${"A".repeat(43)}`, code)).toMatchObject({ status: 401, body: { code: "challenge_expired" } });
  });

  it("judges no factor it does not offer, and counts nothing", async () => {
    expect((await rig.call("verifyCode", { factor: "totp", code }, { token })).body).toMatchObject({ code: "factor_unavailable" });
    expect(await account()).toMatchObject({ failures: 0 });
  });

  it("offers no address that was taken from the account meanwhile", async () => {
    await rig.db.updateTable("account").set({ emailVerified: 0 }).where("username", "=", "email-user").execute();
    expect((await send(rig, token, "user")).body).toMatchObject({ code: "factor_unavailable" });
    expect((await verify(rig, token, code)).body).toMatchObject({ code: "factor_unavailable" });
  });
});

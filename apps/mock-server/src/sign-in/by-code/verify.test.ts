import Sqlite from "better-sqlite3";
import { beforeEach, describe, expect, it } from "vitest";
import { askSignInCode, challengeOf, mailedCode, otherThan, send, sessionOf, signIn, textedCode, verify, verifySignInCode } from "../../testing/login.ts";
import { createRig } from "../../testing/rig.ts";
import type { Rig } from "../../testing/rig.ts";

const MINUTE = 60_000;
const EMAIL = "email-user@example.com";

let rig: Rig;
let code: string;
beforeEach(async () => {
  rig = await createRig(new Sqlite(":memory:"));
  await askSignInCode(rig, EMAIL);
  code = mailedCode(rig);
});

const counters = () => rig.db.selectFrom("account").select(["failures", "total", "lockedUntil", "closedAt"]).where("id", "=", "demo-email-user").executeTakeFirstOrThrow();
const sessionTokenWorks = async (token: string) => (await rig.call("session", {}, { token })).status === 200;
const countSessions = async () => (await rig.db.selectFrom("session").select("id").execute()).length;

describe("the right code (R2a)", () => {
  it("opens a full session without a second factor", async () => {
    const session = sessionOf(await verifySignInCode(rig, "Email-User@example.com", code));
    expect(session).toMatchObject({ app: "demo", amr: ["otp"], user: { username: "email-user" } });
    expect(await sessionTokenWorks(session.token)).toBe(true);
  });

  it.each([["http://localhost:5173/welcome", "http://localhost:5173/welcome"], ["https://evil.example/welcome", undefined]])("asked to lead to %s leads to %s (R5, S-45)", async (redirectUri, redirectTo) => {
    const { body } = await rig.call("verifySignInCode", { app: "demo", identifier: EMAIL, code, redirectUri });
    expect(body["redirectTo"]).toBe(redirectTo);
  });

  it("is typed in any digits (S-57)", async () => {
    sessionOf(await verifySignInCode(rig, EMAIL, ` ${code.slice(0, 3)} ${code.slice(3)}`));
  });

  it("by phone too", async () => {
    await askSignInCode(rig, "+8613800138000");
    expect(sessionOf(await verifySignInCode(rig, "+86 138 0013 8000", textedCode(rig))).user.username).toBe("phone-user");
  });

  it("is accepted once, of 50 at once too (S-13), and then is as wrong as any", async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => verifySignInCode(rig, EMAIL, code)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await countSessions()).toBe(1);
  });

  it.each([[599_999, 200], [600_000, 422]])("%d ms after it was sent is answered %d (S-10)", async (ms, status) => {
    rig.advance(ms);
    expect((await verifySignInCode(rig, EMAIL, code)).status).toBe(status);
  });

  it("lets the next code be sent at once", async () => {
    await verifySignInCode(rig, EMAIL, code);
    expect((await askSignInCode(rig, EMAIL)).status).toBe(200);
    expect((await send(rig, (await challengeOf(rig, "demo-email", "email-user")).token, "user")).status).toBe(429);
  });

  it("is worth nothing once the address is somebody else's", async () => {
    await rig.db.updateTable("account").set({ emailVerified: 0 }).where("id", "=", "demo-email-user").execute();
    expect((await verifySignInCode(rig, EMAIL, code)).body).toMatchObject({ code: "code_invalid" });
  });

  it("stands in the audit as a sign-in by that factor", async () => {
    rig.advance(1);
    await verifySignInCode(rig, EMAIL, otherThan(code));
    rig.advance(1);
    await verifySignInCode(rig, EMAIL, code);
    const rows = await rig.db.selectFrom("audit").select(["event", "result", "reason", "factor", "accountId"]).orderBy("at").execute();
    expect(rows.map((row) => Object.values(row).filter((value) => value !== null).join(" "))).toEqual([
      "code_send success email demo-email-user",
      "sign_in failure code_invalid email demo-email-user",
      "sign_in success email demo-email-user",
    ]);
  });
});

describe("a code is for its purpose, address and application (S-11)", () => {
  it("a sign-in code is no second factor, and a second factor's code signs nobody in", async () => {
    const { token } = await challengeOf(rig, "demo", "email-user");
    expect((await verify(rig, token, code)).body).toMatchObject({ code: "code_invalid" });
    rig.advance(MINUTE);
    await send(rig, token);
    expect((await verifySignInCode(rig, EMAIL, mailedCode(rig))).body).toMatchObject({ code: "code_invalid" });
  });

  it.each(["all-factors@example.com", "+8613800138001"])("not for %s", async (identifier) => {
    await askSignInCode(rig, identifier);
    expect((await verifySignInCode(rig, identifier, code)).body).toMatchObject({ code: "code_invalid" });
  });

  it("not in another application", async () => {
    await rig.db.updateTable("application").set({ signInMethods: '["password","code"]' }).where("id", "=", "demo-open").execute();
    expect((await verifySignInCode(rig, EMAIL, code, {}, "demo-open")).body).toMatchObject({ code: "challenge_expired" });
    rig.advance(MINUTE);
    await askSignInCode(rig, EMAIL, {}, "demo-open");
    expect((await verifySignInCode(rig, EMAIL, code, {}, "demo-open")).body).toMatchObject({ code: "code_invalid" });
    sessionOf(await verifySignInCode(rig, EMAIL, code));
  });
});

describe("five tries a code (R2a)", () => {
  const tryWrong = (options = {}) => verifySignInCode(rig, EMAIL, otherThan(code), options);

  it("count down, the fifth ends it, and the right one comes too late", async () => {
    const bodies = [];
    for (let turn = 0; turn < 6; turn += 1) bodies.push((await tryWrong()).body);
    expect(bodies.map(({ code: said, attemptsLeft }) => attemptsLeft ?? said)).toEqual([4, 3, 2, 1, "challenge_expired", "challenge_expired"]);
    expect(await verifySignInCode(rig, EMAIL, code)).toMatchObject({ status: 401, body: { code: "challenge_expired" } });
    rig.advance(MINUTE);
    await askSignInCode(rig, EMAIL);
    sessionOf(await verifySignInCode(rig, EMAIL, mailedCode(rig)));
  });

  it("are five of 200 at once (S-01)", async () => {
    const answers = await Promise.all(Array.from({ length: 200 }, () => tryWrong()));
    expect(answers.filter(({ body }) => body["code"] === "code_invalid")).toHaveLength(4);
    expect((await verifySignInCode(rig, EMAIL, code)).body).toMatchObject({ code: "challenge_expired" });
  });

  it("are given anew with each code, which is bounded by the day's number of codes", async () => {
    for (let turn = 0; turn < 4; turn += 1) await tryWrong();
    rig.advance(MINUTE);
    await askSignInCode(rig, EMAIL);
    expect((await verifySignInCode(rig, EMAIL, otherThan(mailedCode(rig)))).body).toMatchObject({ attemptsLeft: 4 });
  });

  it("a wrong one with the same key counts once (R12a)", async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => tryWrong({ key: "k1" })));
    expect(new Set(answers.map(({ body }) => body["attemptsLeft"]))).toEqual(new Set([4]));
    expect((await tryWrong({ key: "k2" })).body).toMatchObject({ attemptsLeft: 3 });
  });

  it("one that was counted and never judged, because the process died, is judged when it comes again (S-02)", async () => {
    await rig.db.schema.alterTable("audit").renameTo("gone").execute();
    expect((await tryWrong({ key: "k1" })).status).toBe(500);
    await rig.db.schema.alterTable("gone").renameTo("audit").execute();
    expect((await tryWrong({ key: "k1" })).body).toMatchObject({ attemptsLeft: 4 });
  });
});

describe("the lock of R11 and this method know nothing of each other (R2a)", () => {
  it("wrong codes here neither count nor lock there", async () => {
    for (let turn = 0; turn < 12; turn += 1) await verifySignInCode(rig, EMAIL, otherThan(code));
    expect(await counters()).toEqual({ failures: 0, total: 0, lockedUntil: null, closedAt: null });
    expect((await signIn(rig, "demo-email", "email-user")).status).toBe(200);
  });

  it.each([
    ["locked", { failures: 6, total: 6, lockedUntil: 1_900_000_000_000 }],
    ["closed", { failures: 4, total: 100, closedAt: 1_700_000_000_000 }],
    ["five wrong", { failures: 5, total: 5 }],
  ])("an account that is %s signs in by code and stays so", async (_what, changes) => {
    await rig.db.updateTable("account").set(changes).where("id", "=", "demo-email-user").execute();
    const before = await counters();
    sessionOf(await verifySignInCode(rig, EMAIL, code));
    expect(await counters()).toEqual(before);
  });

  it("the password's waits are not touched either", async () => {
    for (let turn = 0; turn < 4; turn += 1) await signIn(rig, "demo", EMAIL, "wrong");
    sessionOf(await verifySignInCode(rig, EMAIL, code));
    expect((await signIn(rig, "demo", EMAIL)).status).toBe(429);
  });
});

describe("an answer that was lost (R12a)", () => {
  it("is given again with a fresh session in the lost one's place", async () => {
    const lost = sessionOf(await verifySignInCode(rig, EMAIL, code, { key: "k1" }));
    const fresh = sessionOf(await verifySignInCode(rig, EMAIL, code, { key: "k1" }));
    expect([await sessionTokenWorks(lost.token), await sessionTokenWorks(fresh.token)]).toEqual([false, true]);
    expect(await countSessions()).toBe(1);
  });

  it("sent 20 times at once leaves one session that works", async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => verifySignInCode(rig, EMAIL, code, { key: "k1" })));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(await countSessions()).toBe(1);
  });

  it("is not given again to another key, after a minute, or after signing out", async () => {
    const { token } = sessionOf(await verifySignInCode(rig, EMAIL, code, { key: "k1" }));
    expect((await verifySignInCode(rig, EMAIL, code, { key: "k2" })).status).toBe(422);
    await rig.call("signOut", {}, { token });
    expect((await verifySignInCode(rig, EMAIL, code, { key: "k1" })).body).toMatchObject({ code: "challenge_expired" });
    rig.advance(61_000);
    expect((await verifySignInCode(rig, EMAIL, code, { key: "k1" })).status).toBe(422);
    expect(await countSessions()).toBe(0);
  });
});

import Sqlite from "better-sqlite3";
import { beforeEach, describe, expect, it } from "vitest";
import { DEMO_PASSWORD } from "../development/data.ts";
import { challengeOf, mailedCode, otherThan, send, sessionOf, signIn, verify } from "../testing/login.ts";
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

const sessionTokenWorks = async (session: string) => (await rig.call("session", {}, { token: session })).status === 200;
const failures = async () => (await rig.db.selectFrom("account").select("failures").where("username", "=", "email-user").executeTakeFirstOrThrow()).failures;
const countSessions = async () => (await rig.db.selectFrom("session").select("id").execute()).length;

describe("a right code whose answer was lost (R12a)", () => {
  it("gets a fresh session that replaces the lost one", async () => {
    const lost = sessionOf(await verify(rig, token, code, { key: "k1" }));
    const fresh = sessionOf(await verify(rig, token, code, { key: "k1" }));
    expect(fresh.token).not.toBe(lost.token);
    expect([await sessionTokenWorks(lost.token), await sessionTokenWorks(fresh.token)]).toEqual([false, true]);
    expect(await countSessions()).toBe(1);
  });

  it.each([["another key", "k2"], ["no key", undefined]])("gets nothing with %s", async (_what, key) => {
    await verify(rig, token, code, { key: "k1" });
    expect((await verify(rig, token, code, key === undefined ? {} : { key })).body).toMatchObject({ code: "challenge_expired" });
  });

  it("gets nothing with another body", async () => {
    await verify(rig, token, code, { key: "k1" });
    expect((await verify(rig, token, otherThan(code), { key: "k1" })).body).toMatchObject({ code: "challenge_expired" });
  });

  it("gets nothing after the session was signed out: somebody had the answer", async () => {
    const session = sessionOf(await verify(rig, token, code, { key: "k1" }));
    await rig.call("signOut", {}, { token: session.token });
    expect((await verify(rig, token, code, { key: "k1" })).body).toMatchObject({ code: "challenge_expired" });
    expect(await countSessions()).toBe(0);
  });

  it.each([[59_000, 200], [61_000, 401]])("%d ms later gets %d, and a repetition does not prolong the minute", async (ms, status) => {
    await verify(rig, token, code, { key: "k1" });
    rig.advance(30_000);
    await verify(rig, token, code, { key: "k1" });
    rig.advance(ms - 30_000);
    expect((await verify(rig, token, code, { key: "k1" })).status).toBe(status);
  });

  it("sent 20 times at once leaves exactly one session", async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => verify(rig, token, code, { key: "k1" })));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200));
    const tokens = answers.map((answer) => sessionOf(answer).token);
    const working = [];
    for (const session of tokens) if (await sessionTokenWorks(session)) working.push(session);
    expect(working).toHaveLength(1);
    expect(await countSessions()).toBe(1);
  });
});

describe("a wrong code with the same key (R12a)", () => {
  it("gets the same verdict and counts once", async () => {
    const first = await verify(rig, token, otherThan(code), { key: "k1" });
    rig.advance(5_000);
    const again = await verify(rig, token, otherThan(code), { key: "k1" });
    expect(again.body).toEqual({ ...first.body, now: rig.ports.clock.now() });
    expect(await failures()).toBe(1);
  });

  it("at the same time counts once", async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => verify(rig, token, otherThan(code), { key: "k1" })));
    expect(new Set(answers.map(({ body }) => body["attemptsLeft"]))).toEqual(new Set([5]));
    expect(await failures()).toBe(1);
  });

  it("that locked says locked again", async () => {
    for (let turn = 0; turn < 5; turn += 1) await verify(rig, token, otherThan(code));
    const first = await verify(rig, token, otherThan(code), { key: "k1" });
    expect(first.body).toMatchObject({ code: "locked" });
    expect((await verify(rig, token, otherThan(code), { key: "k1" })).body).toEqual(first.body);
  });

  it("counts again with another key, and after a minute", async () => {
    await verify(rig, token, otherThan(code), { key: "k1" });
    await verify(rig, token, otherThan(code), { key: "k2" });
    rig.advance(61_000);
    await verify(rig, token, otherThan(code), { key: "k1" });
    expect(await failures()).toBe(3);
  });
});

describe("a try that was counted and never judged, because the process died", () => {
  const die = async () => {
    await rig.db.schema.alterTable("audit").renameTo("gone").execute();
    const answer = await verify(rig, token, code, { key: "k1" });
    await rig.db.schema.alterTable("gone").renameTo("audit").execute();
    return answer;
  };

  it("is judged when it comes again, and counts once", async () => {
    expect((await die()).status).toBe(500);
    expect(await failures()).toBe(1);
    sessionOf(await verify(rig, token, code, { key: "k1" }));
    expect(await failures()).toBe(0);
  });
});

describe("a password login whose answer was lost", () => {
  const again = (app: string) => signIn(rig, app, "email-user", DEMO_PASSWORD, { key: "k1" });

  it("leaves one session", async () => {
    const lost = sessionOf(await again("demo-open"));
    const fresh = sessionOf(await again("demo-open"));
    expect([await sessionTokenWorks(lost.token), await sessionTokenWorks(fresh.token)]).toEqual([false, true]);
  });

  it("leaves one challenge", async () => {
    const tokens = [];
    for (let turn = 0; turn < 2; turn += 1) tokens.push(((await again("demo-email")).body as { challenge: { token: string } }).challenge.token);
    const statuses = [];
    for (const challenge of tokens) statuses.push((await rig.call("resume", {}, { token: challenge })).status);
    expect(statuses).toEqual([401, 200]);
  });
});

it("refuses an Idempotency-Key nobody could have meant", async () => {
  expect(await verify(rig, token, code, { key: "x".repeat(256) })).toMatchObject({ status: 422, body: { code: "validation_failed" } });
});

import Sqlite from "better-sqlite3";
import { beforeEach, describe, expect, it } from "vitest";
import { appCode, challengeOf, countersOf, otherThan, sessionOf, verifyApp } from "../../testing/login.ts";
import { createTestPorts, createTestRandom } from "../../testing/ports.ts";
import { createRig, createRigOn } from "../../testing/rig.ts";
import type { Rig } from "../../testing/rig.ts";

const STEP = 30_000;
let rig: Rig;
beforeEach(async () => {
  rig = await createRig(new Sqlite(":memory:"));
});

const open = async () => (await challengeOf(rig, "demo-totp", "totp-user")).token;
const code = () => appCode(rig, "totp-user");
const countSessions = async () => (await rig.db.selectFrom("session").select("id").execute()).length;

describe("a code of the authenticator app (R14, S-16)", () => {
  it("signs in, and nothing was sent", async () => {
    expect(await challengeOf(rig, "demo-totp", "totp-user")).toMatchObject({ need: "verify", factor: "totp", factors: [{ factor: "totp", bound: true }] });
    expect(sessionOf(await verifyApp(rig, await open(), await code())).amr).toEqual(["pwd", "otp", "mfa"]);
    expect(rig.mails).toEqual([]);
  });

  it("of the step before is still taken, two steps before not", async () => {
    const old = await code();
    rig.advance(2 * STEP);
    expect((await verifyApp(rig, await open(), old)).body).toMatchObject({ code: "code_invalid" });
    const fresh = await code();
    rig.advance(STEP);
    sessionOf(await verifyApp(rig, await open(), fresh));
  });

  it("is accepted once (bypass 14, 16)", async () => {
    const used = await code();
    sessionOf(await verifyApp(rig, await open(), used));
    expect((await verifyApp(rig, await open(), used)).body).toMatchObject({ code: "code_invalid", attemptsLeft: 5 });
  });

  it("of an earlier step than the last accepted one is refused, of a later one taken", async () => {
    const earlier = await code();
    rig.advance(STEP);
    const later = await code();
    sessionOf(await verifyApp(rig, await open(), later));
    expect((await verifyApp(rig, await open(), earlier)).body).toMatchObject({ code: "code_invalid" });
    rig.advance(STEP);
    sessionOf(await verifyApp(rig, await open(), await code()));
  });

  it.each([1, 5])("50 times at once over %d challenges opens one session", async (challenges) => {
    const tokens: string[] = [];
    while (tokens.length < challenges) tokens.push(await open());
    const right = await code();
    const answers = await Promise.all(Array.from({ length: 50 }, (_, at) => verifyApp(rig, tokens[at % challenges] ?? "", right)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await countSessions()).toBe(1);
    expect(rig.faults).toEqual([]);
  });

  it("is one more of the six when it is wrong, and comes again under its key (S-03, R12a)", async () => {
    const wrong = otherThan(await code());
    const token = await open();
    for (let turn = 0; turn < 2; turn += 1) expect((await verifyApp(rig, token, wrong, { key: "k" })).body).toMatchObject({ attemptsLeft: 5 });
    for (let turn = 0; turn < 5; turn += 1) await verifyApp(rig, token, wrong);
    expect(await verifyApp(rig, token, await code())).toMatchObject({ status: 423, body: { code: "locked" } });
  });

  it("that signed in and whose answer was lost opens one session, though its step is used (R12a)", async () => {
    const [token, right] = [await open(), await code()];
    for (let turn = 0; turn < 3; turn += 1) sessionOf(await verifyApp(rig, token, right, { key: "k" }));
    expect(await countSessions()).toBe(1);
  });
});

describe("the sealed secret (S-18)", () => {
  const rows = () => rig.db.selectFrom("binding").selectAll().where("scope", "=", "demo-totp").orderBy("accountId").execute();
  const lose = (change: (secret: string) => string) => async () => {
    for (const { id, secret } of await rows()) await rig.db.updateTable("binding").set({ secret: change(secret ?? "") }).where("id", "=", id).execute();
  };
  const swap = async () => {
    const [one, other] = await rows();
    if (one === undefined || other === undefined) throw new Error("Two people have an authenticator app.");
    await rig.db.updateTable("binding").set({ secret: other.secret }).where("id", "=", one.id).execute();
    await rig.db.updateTable("binding").set({ secret: one.secret }).where("id", "=", other.id).execute();
  };

  it.each([
    ["swapped with another user's", swap],
    ["damaged", lose((secret) => `${secret.slice(0, -4)}AAAA`)],
    ["under a key that is gone", lose((secret) => `gone${secret}`)],
    ["no sealed value at all", lose(() => "nothing")],
  ])("%s is 503 factor_unavailable, counts nothing and is told to whoever runs the server", async (_what, damage) => {
    const [token, right] = [await open(), await code()];
    await damage();
    for (let turn = 0; turn < 7; turn += 1) {
      const answer = await verifyApp(rig, token, right);
      expect(answer).toMatchObject({ status: 503, body: { code: "factor_unavailable" } });
      expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
    }
    expect(await countersOf(rig, "totp-user")).toEqual({ failures: 0, total: 0, lockedUntil: null, closedAt: null });
    expect(rig.faults).toHaveLength(7);
  });

  it("is read after the server's secret changed, and sealed anew by the next right code", async () => {
    const before = (await rows()).find(({ accountId }) => accountId === "demo-totp-user")?.secret ?? "";
    const { config } = createTestPorts(rig.ports.store, "development").ports;
    const fresh = new Uint8Array(32).fill(9);
    rig = await createRigOn(rig.ports.store, { ports: { random: createTestRandom(2), config: { ...config, secret: fresh, earlierSecrets: [config.secret] } } });
    sessionOf(await verifyApp(rig, await open(), await code()));
    const after = (await rows()).find(({ accountId }) => accountId === "demo-totp-user")?.secret ?? "";
    expect(after.split(".")[0]).not.toBe(before.split(".")[0]);
    rig.advance(STEP);
    sessionOf(await verifyApp(rig, await open(), await code()));
    rig.advance(STEP);
    const next = await code();
    rig = await createRigOn(rig.ports.store, { ports: { random: createTestRandom(3), config: { ...config, secret: fresh } } });
    rig.advance(2 * STEP);
    sessionOf(await verifyApp(rig, await open(), next));
  });
});

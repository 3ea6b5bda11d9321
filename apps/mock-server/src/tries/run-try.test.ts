import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fail, succeed } from "@guard/contract";
import type { Result } from "@guard/contract";
import Sqlite from "better-sqlite3";
import { beforeEach, describe, expect, it } from "vitest";
import { Unreadable } from "../crypto/seal.ts";
import type { FactorRunner, Given } from "../factors/runner.ts";
import { readStanding } from "../sign-in/standing.ts";
import { lockAccount } from "../store/account.ts";
import { transact } from "../store/transaction.ts";
import { createDummyFactor, DUMMY_CODE } from "../testing/dummy-factor.ts";
import { challengeOf, mailedCode, otherThan, send, sessionOf, verify } from "../testing/login.ts";
import { createRig } from "../testing/rig.ts";
import type { Rig } from "../testing/rig.ts";
import { Counted } from "./counted.ts";
import { runTry } from "./run-try.ts";
import type { Found } from "./trial.ts";

const accountId = "demo-email-user";
let rig: Rig;
const start = async (runner: FactorRunner = createDummyFactor()) => {
  rig = await createRig(new Sqlite(":memory:"), { runners: [runner] });
  await rig.db.updateTable("application").set({ factors: '["email","face"]' }).where("id", "=", "demo-email").execute();
  const bound = { id: "face", accountId, factor: "face", scope: "demo-email", target: null, secret: null, boundAt: 0 };
  await rig.db.insertInto("binding").values(bound).execute();
};
beforeEach(() => start());

const account = () => rig.db.selectFrom("account").select(["failures", "total", "lockedUntil", "closedAt"]).where("id", "=", accountId).executeTakeFirstOrThrow();
const open = async () => (await challengeOf(rig, "demo-email", "email-user")).token;
const tryDummy = (token: string, code: string, key?: string) => rig.call("verifyCode", { factor: "face", code }, { token, ...(key === undefined ? {} : { key }) });

describe("a factor that was only registered (S-03, bypass 8)", () => {
  it("is counted with the others, and the sixth wrong code locks", async () => {
    const token = await open();
    await send(rig, token);
    const wrong = otherThan(mailedCode(rig));
    const answers = [];
    for (let turn = 0; turn < 3; turn += 1) answers.push(await verify(rig, token, wrong), await tryDummy(token, "000000"));
    expect(answers.map(({ body }) => body["attemptsLeft"])).toEqual([5, 4, 3, 2, 1, undefined]);
    expect(answers.at(-1)?.body).toMatchObject({ code: "locked" });
    expect(await account()).toMatchObject({ failures: 6, total: 6 });
  });

  it("is evaluated at most six times, however many come at once (S-01)", async () => {
    const tokens = [await open(), await open(), await open()];
    const answers = await Promise.all(Array.from({ length: 60 }, (_, at) => tryDummy(tokens[at % 3] ?? "", "000000")));
    expect(answers.filter(({ body }) => body["code"] === "code_invalid")).toHaveLength(5);
    expect(await account()).toMatchObject({ failures: 6 });
  });

  it("clears all three counters when it is right", async () => {
    const token = await open();
    for (let turn = 0; turn < 5; turn += 1) await tryDummy(token, "000000");
    sessionOf(await tryDummy(token, DUMMY_CODE));
    expect(await account()).toEqual({ failures: 0, total: 0, lockedUntil: null, closedAt: null });
  });

  it("counts once for one call (R12a)", async () => {
    const token = await open();
    for (let turn = 0; turn < 3; turn += 1) expect((await tryDummy(token, "000000", "k")).body).toMatchObject({ attemptsLeft: 5 });
  });

  it("is refused without a count when it is given what it does not take", async () => {
    await start({ factor: "face", takes: "image", prepare: () => Promise.resolve(() => Promise.resolve(true)) });
    expect((await tryDummy(await open(), DUMMY_CODE)).body).toMatchObject({ code: "factor_unavailable" });
    expect(await account()).toMatchObject({ failures: 0 });
  });
});

describe("a try that nothing was compared with", () => {
  it("is taken back when a secret can't be opened: 503, and whoever runs the server hears of it (S-18)", async () => {
    await start(createDummyFactor(() => Promise.reject(new Unreadable("No key opens it."))));
    const token = await open();
    for (let turn = 0; turn < 8; turn += 1) {
      expect(await tryDummy(token, "000000", "k")).toMatchObject({ status: 503, body: { code: "factor_unavailable" } });
    }
    expect(await account()).toEqual({ failures: 0, total: 0, lockedUntil: null, closedAt: null });
    expect(rig.faults).toHaveLength(8);
  });

  it("is taken back when its runner says so, with the lock that it set and the challenges that lock killed", async () => {
    await start({ factor: "face", takes: "code", prepare: ({ code }) => Promise.resolve(() => Promise.resolve(code === "000000" ? false : { unjudged: { code: "image_invalid" } })) });
    const [token, other] = [await open(), await open()];
    for (let turn = 0; turn < 5; turn += 1) await tryDummy(token, "000000");
    expect((await tryDummy(token, "111111")).body).toMatchObject({ code: "image_invalid" });
    expect(await account()).toEqual({ failures: 5, total: 5, lockedUntil: null, closedAt: null });
    expect((await rig.call("resume", {}, { token: other })).status).toBe(200);
    expect((await tryDummy(other, "000000")).body).toMatchObject({ code: "locked" });
  });

  it("stays counted when it broke in any other way (S-02)", async () => {
    await start(createDummyFactor(() => Promise.reject(new Error("a bug"))));
    expect((await tryDummy(await open(), "000000")).status).toBe(500);
    expect(await account()).toMatchObject({ failures: 1, total: 1 });
  });
});

/** A step-up in small: it comes with a session and proves a factor, but is no login. */
function stepUp(given: Given, key?: string): Promise<Result<string>> {
  const { domain } = rig;
  const caller = { ip: "203.0.113.7", requestId: String(Math.floor(performance.now() * 1e6)), token: "gs_x" };
  return runTry<Found, string>({
    domain, caller, given, call: key, event: "code_verify", factor: "face", onRight: "take-back",
    lock: async (tx) => succeed({ account: await lockAccount(tx, accountId), app: "demo-email" }),
    find: async (tx, holder) => {
      const standing = await readStanding(tx, holder.account, holder.app);
      const runner = domain.runners.get("face");
      if (standing === undefined || runner === undefined) return fail({ code: "factor_unavailable" });
      return succeed({ standing, runner, subject: { accountId, app: holder.app, purpose: "login", target: null, binding: undefined } });
    },
    findAgain: (_tx, _holder, found) => Promise.resolve(succeed(found)),
    accept: () => Promise.resolve(succeed({ answer: "stepped up", state: { at: "acknowledged" }, notices: [] })),
    reissue: () => Promise.resolve(succeed({ answer: "stepped up", state: { at: "acknowledged" }, notices: [] })),
  });
}

describe("a try that comes with a session", () => {
  const wrong: Given = { kind: "code", code: "000000" };
  const right: Given = { kind: "code", code: DUMMY_CODE };

  it("shares the count with the logins (S-03), and the sixth of both locks", async () => {
    const token = await open();
    for (let turn = 0; turn < 5; turn += 1) await tryDummy(token, "000000");
    expect(await stepUp(wrong)).toMatchObject({ ok: false, error: { code: "locked" } });
    expect(await stepUp(right)).toMatchObject({ ok: false, error: { code: "locked" } });
  });

  it("that is right resets nothing (R11, S-04), and adds nothing either", async () => {
    const token = await open();
    for (let turn = 0; turn < 5; turn += 1) await tryDummy(token, "000000");
    for (let turn = 0; turn < 10; turn += 1) expect(await stepUp(right)).toEqual({ ok: true, value: "stepped up" });
    expect(await account()).toEqual({ failures: 5, total: 5, lockedUntil: null, closedAt: null });
    expect((await tryDummy(token, "000000")).body).toMatchObject({ code: "locked" });
  });

  it("takes back its own try and no other, however many come at once", async () => {
    const answers = await Promise.all(Array.from({ length: 24 }, (_, at) => stepUp(at % 2 === 0 ? wrong : right)));
    const wrongs = answers.filter((answer, at) => at % 2 === 0 && !answer.ok && answer.error.code === "code_invalid").length;
    expect(wrongs).toBeLessThanOrEqual(5);
    expect((await account()).failures).toBeLessThanOrEqual(6);
    expect((await account()).failures).toBeGreaterThanOrEqual(wrongs);
  });

  it("gets its verdict again under its key (R12a)", async () => {
    expect(await stepUp(wrong, "k")).toEqual(await stepUp(wrong, "k"));
    expect(await account()).toMatchObject({ failures: 1 });
  });
});

describe("no runner can be asked past the count", () => {
  it("because what it wants is made in one place", () => {
    const source = join(import.meta.dirname, "..");
    const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"));
    const holding = (text: RegExp) => files.filter((file) => text.test(readFileSync(join(source, file), "utf8")));
    expect(holding(/new Counted\(|as (unknown as )?Counted\b/).filter((file) => file !== "tries/counted.ts")).toEqual(["tries/run-try.ts"]);
    // What a database prepares is SQL.
    expect(holding(/(?<!\bdatabase)\.prepare\(/)).toEqual(["tries/run-try.ts"]);
  });

  it("because nothing else has its type", () => {
    // @ts-expect-error: what only looks like a counted try is none.
    const forged: Counted = { committed: true };
    expect(forged instanceof Counted).toBe(false);
  });
});

it("a transaction is never open while a runner compares (S-02)", async () => {
  await start(createDummyFactor(() => transact(rig.ports.store, async (tx) => void (await lockAccount(tx, accountId)))));
  expect((await tryDummy(await open(), "000000")).body).toMatchObject({ attemptsLeft: 5 });
});

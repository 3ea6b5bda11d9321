import Sqlite from "better-sqlite3";
import { beforeEach, describe, expect, it } from "vitest";
import { createRig } from "../testing/rig.ts";
import type { Rig } from "../testing/rig.ts";
import { clearTries, reserveTry } from "./account.ts";
import { insertChallenge, burnChallenge } from "./challenge.ts";
import { dropPendingCode, findLiveCode, insertPendingCode, makeCodeLive, spendCode } from "./code.ts";
import { claimWait, endWait, findWait, giveBackWait } from "./delivery-wait.ts";
import { transact } from "./transaction.ts";
import type { Tx } from "./transaction.ts";

// Each decision is one conditional statement: these hold without what the domain checks before it.

let rig: Rig;
beforeEach(async () => {
  rig = await createRig(new Sqlite(":memory:"));
});

const run = <T>(work: (tx: Tx) => Promise<T>) => transact(rig.ports.store, work);
const accountId = "demo-email-user";
const limits = { failuresToLock: 3, failuresToClose: 5, lockMs: 1000 };
const reserve = (now: number) => run((tx) => reserveTry(tx, accountId, limits, now));

describe("a try", () => {
  it("is reserved until the lock, not during it, and from one again after it", async () => {
    expect(await reserve(0)).toEqual({ failures: 1, total: 1, lockedUntil: null, closedAt: null });
    expect(await reserve(0)).toMatchObject({ failures: 2, lockedUntil: null });
    expect(await reserve(0)).toMatchObject({ failures: 3, lockedUntil: 1000 });
    expect(await reserve(999)).toBeUndefined();
    expect(await reserve(1000)).toEqual({ failures: 1, total: 4, lockedUntil: null, closedAt: null });
  });

  it("is not reserved once the total closed the account, until a right code clears all three", async () => {
    for (let turn = 0; turn < 5; turn += 1) await reserve(turn * 1000);
    expect(await rig.db.selectFrom("account").select(["total", "closedAt"]).where("id", "=", accountId).executeTakeFirst()).toEqual({ total: 5, closedAt: 4000 });
    expect(await reserve(99_000)).toBeUndefined();
    await run((tx) => clearTries(tx, accountId));
    expect(await reserve(99_000)).toMatchObject({ failures: 1, total: 1 });
  });
});

describe("a code", () => {
  const slot = { accountId, target: "a@example.com", purpose: "login", app: "demo" } as const;
  const store = (id: string) => run((tx) => insertPendingCode(tx, { id, mac: id, createdAt: 0, expiresAt: 600, ...slot }));

  it("can't be spent while it is pending, and only once when it lives", async () => {
    await store("one");
    expect(await run((tx) => spendCode(tx, "one", 1))).toBe(false);
    await run((tx) => makeCodeLive(tx, slot, "one"));
    expect(await run((tx) => spendCode(tx, "one", 600))).toBe(false);
    expect(await run((tx) => spendCode(tx, "one", 1))).toBe(true);
    expect(await run((tx) => spendCode(tx, "one", 1))).toBe(false);
    expect(await run((tx) => findLiveCode(tx, slot, 1))).toBeUndefined();
  });

  it("leaves its slot to the next, of which the database allows one", async () => {
    await store("one");
    await store("two");
    await run((tx) => makeCodeLive(tx, slot, "one"));
    await store("three");
    await run((tx) => makeCodeLive(tx, slot, "three"));
    expect(await rig.db.selectFrom("code").select("id").execute()).toEqual([{ id: "three" }]);
    await store("four");
    await expect(rig.db.updateTable("code").set({ live: 1 }).execute()).rejects.toThrow("UNIQUE");
  });

  it("is dropped only while it is pending", async () => {
    await store("one");
    await run((tx) => makeCodeLive(tx, slot, "one"));
    await run((tx) => dropPendingCode(tx, "one"));
    expect(await run((tx) => findLiveCode(tx, slot, 1))).toMatchObject({ id: "one" });
  });
});

describe("a wait", () => {
  const key = { accountId, target: "a@example.com" };
  const claim = (name: string, now: number) => run((tx) => claimWait(tx, key, { claim: name, resendAt: now + 60 }, now));

  it("has one holder until it ends", async () => {
    expect(await claim("one", 0)).toBe(true);
    expect(await claim("two", 59)).toBe(false);
    expect(await claim("two", 60)).toBe(true);
  });

  it("is given back by its holder only", async () => {
    await claim("one", 0);
    await run((tx) => giveBackWait(tx, key, "two", 1));
    expect(await run((tx) => findWait(tx, key))).toEqual({ claim: "one", resendAt: 60 });
    await run((tx) => giveBackWait(tx, key, "one", 1));
    expect(await claim("two", 1)).toBe(true);
  });

  it("is ended early and never prolonged", async () => {
    await claim("one", 0);
    await run((tx) => endWait(tx, key, 90));
    expect(await run((tx) => findWait(tx, key))).toMatchObject({ resendAt: 60 });
    await run((tx) => endWait(tx, key, 10));
    expect(await run((tx) => findWait(tx, key))).toMatchObject({ resendAt: 10 });
  });
});

it("a challenge burns once, and takes the account's expired ones with it when it is made", async () => {
  const challenge = (id: string, createdAt: number) => ({
    id, tokenHash: id, accountId, app: "demo", need: "verify" as const, factors: "[]", bindFactor: null, bindTarget: null,
    redirectUri: null, createdAt, expiresAt: createdAt + 900, burntAt: null, lockedUntil: null,
  });
  await run((tx) => insertChallenge(tx, challenge("one", 0)));
  expect(await run((tx) => burnChallenge(tx, "one", 1))).toBe(true);
  expect(await run((tx) => burnChallenge(tx, "one", 1))).toBe(false);
  await run((tx) => insertChallenge(tx, challenge("two", 900)));
  expect(await rig.db.selectFrom("challenge").select("id").execute()).toEqual([{ id: "two" }]);
});

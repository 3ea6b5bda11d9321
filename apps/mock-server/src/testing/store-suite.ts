import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Store } from "../ports.ts";
import { describeAuthingStore } from "./authing-store-suite.ts";
import { createRigOn } from "./rig.ts";
import type { Rig } from "./rig.ts";
import { clearTries, lockAccount, reserveTry, takeBackTry } from "../store/account.ts";
import { raiseAdminEvent } from "../store/admin-event.ts";
import { recordAudit } from "../store/audit.ts";
import { takeStep } from "../store/binding.ts";
import { lockBucket, lockBuckets, saveBuckets, sweepBuckets, takeBackFailures } from "../store/bucket.ts";
import { insertChallenge, burnChallenge } from "../store/challenge.ts";
import { deleteDevice, findDevice, insertDevice, killDevices, killDevicesOfScope } from "../store/device.ts";
import { dropPendingCode, findLiveCode, insertPendingCode, makeCodeLive, spendCode } from "../store/code.ts";
import { claimWait, endWait, findWait, giveBackWait } from "../store/delivery-wait.ts";
import { insertDispatch, nextDispatchAt, sweepDispatches, takeBackDispatch } from "../store/dispatch.ts";
import { findCall, recordCall } from "../store/idempotency.ts";
import { findLastFactor, rememberFactor } from "../store/last-factor.ts";
import { migrate } from "../store/migrate.ts";
import { findRecoveryMac, putRecoveryCode, spendRecoveryCode } from "../store/recovery-code.ts";
import { dropSignInCode, findSignInWait, insertSignInCode, listUsableCodes, makeSignInCodeLive, nextSignInCodeAt, reserveSignInTry, spendSignInCode, sweepSignInCodes } from "../store/sign-in-code.ts";
import { countEnrolmentTry, endEnrolment, startEnrolment } from "../store/totp-enrolment.ts";
import { attemptPart, transact } from "../store/transaction.ts";
import type { Tx } from "../store/transaction.ts";

// Each decision is one conditional statement or stands behind a row lock: these hold without what the domain checks before it.

/** What every database under the server has to do. `open` gives an empty one. */
export function describeStore(name: string, open: () => Store | Promise<Store>): void {
  describe(`the store on ${name}`, () => {
    let rig: Rig;
    beforeEach(async () => {
      rig = await createRigOn(await open());
    });
    afterEach(() => rig.ports.store.close());

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

      it("is taken back with the lock that it set itself, and no other try with it", async () => {
        for (let turn = 0; turn < 2; turn += 1) await reserve(0);
        const third = await reserve(0);
        if (third === undefined) throw new Error("The third try was not reserved.");
        await run((tx) => takeBackTry(tx, accountId, third));
        expect(await reserve(0)).toEqual(third);
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
        await expect(rig.db.updateTable("code").set({ live: 1 }).execute()).rejects.toThrow(/unique/i);
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
        id, tokenHash: id, accountId, app: "demo", need: "verify" as const, factors: "[]", proven: "[]", bindFactor: null, bindTarget: null,
        redirectUri: null, source: null, createdAt, expiresAt: createdAt + 900, burntAt: null, lockedUntil: null,
      });
      await run((tx) => insertChallenge(tx, challenge("one", 0)));
      expect(await run((tx) => burnChallenge(tx, "one", 1))).toBe(true);
      expect(await run((tx) => burnChallenge(tx, "one", 1))).toBe(false);
      await run((tx) => insertChallenge(tx, challenge("two", 900)));
      expect(await rig.db.selectFrom("challenge").select("id").execute()).toEqual([{ id: "two" }]);
    });

    describe("an authenticator app", () => {
      const bind = () => rig.db.insertInto("binding").values({ id: "b", accountId, factor: "totp", scope: "s", target: null, secret: "x", boundAt: 0 }).execute();
      const take = (step: number, secret?: string) => run((tx) => takeStep(tx, "b", step, secret));

      it("has each step accepted once, and none that is not later than the last", async () => {
        await bind();
        expect((await Promise.all(Array.from({ length: 30 }, () => take(59_999_999)))).filter(Boolean)).toHaveLength(1);
        expect([await take(59_999_999), await take(59_999_998), await take(60_000_000, "y")]).toEqual([false, false, true]);
        expect(await rig.db.selectFrom("binding").select(["lastStep", "secret"]).where("id", "=", "b").executeTakeFirst()).toEqual({ lastStep: 60_000_000, secret: "y" });
      });

      it("has so many tries to be confirmed, however many come at once, and none when its time is over", async () => {
        const start = (id: string, now = 0) => run((tx) => startEnrolment(tx, { holder: "h", id, accountId, secret: "x", recovery: null, expiresAt: now + 600 }, now));
        const tryIt = (now = 0) => run((tx) => countEnrolmentTry(tx, "h", 3, now));
        await start("one");
        const tries = await Promise.all(Array.from({ length: 10 }, () => tryIt()));
        expect(new Set(tries.map((row) => row?.tries))).toEqual(new Set([1, 2, 3, undefined]));
        expect(tries.filter((row) => row !== undefined)).toHaveLength(3);
        await start("two");
        expect(await tryIt(599)).toMatchObject({ id: "two", tries: 1 });
        expect(await tryIt(600)).toBeUndefined();
        expect(await run((tx) => endEnrolment(tx, { holder: "h", id: "one" }))).toBe(false);
        expect(await run((tx) => endEnrolment(tx, { holder: "h", id: "two" }))).toBe(true);
      });
    });

    it("a recovery code is used up by one of many, and a new one takes its place", async () => {
      await run((tx) => putRecoveryCode(tx, accountId, "old", 0));
      await run((tx) => putRecoveryCode(tx, accountId, "new", 1));
      const spent = await Promise.all(Array.from({ length: 20 }, () => run((tx) => spendRecoveryCode(tx, accountId, "new"))));
      expect(spent.filter(Boolean)).toHaveLength(1);
      expect(await run((tx) => findRecoveryMac(tx, accountId))).toBeUndefined();
    });

    describe("a bucket", () => {
      it("is held by one at a time, and whoever waits sees what was counted", async () => {
        const countOne = () => run(async (tx) => {
          const bucket = await lockBucket(tx, "k", 5);
          await saveBuckets(tx, [{ ...bucket, failures: bucket.failures + 1 }]);
        });
        await Promise.all(Array.from({ length: 30 }, countOne));
        expect(await run((tx) => lockBucket(tx, "k", 5))).toMatchObject({ failures: 30, touchedAt: 5 });
      });

      it("takes a failure back with the wait it made, never below none; and is cleared", async () => {
        const read = () => run((tx) => lockBucket(tx, "k", 5));
        await run(async (tx) => saveBuckets(tx, [{ ...(await lockBucket(tx, "k", 5)), failures: 3, nextAt: 90 }]));
        await run((tx) => takeBackFailures(tx, ["k"], 10));
        expect(await read()).toMatchObject({ failures: 2, nextAt: 10 });
        await run((tx) => takeBackFailures(tx, ["j", "k"], 10, "k"));
        expect(await read()).toMatchObject({ failures: 0, nextAt: 0 });
        await run(async (tx) => saveBuckets(tx, [{ ...(await lockBucket(tx, "k", 5)), failures: 1, nextAt: 7 }]));
        for (let turn = 0; turn < 3; turn += 1) await run((tx) => takeBackFailures(tx, ["k"], 20));
        expect(await read()).toMatchObject({ failures: 0, nextAt: 7 });
      });

      it("is held with others in the order they are named, so that many who need the same never wait for each other", async () => {
        const countAll = () => run(async (tx) => {
          const held = await lockBuckets(tx, ["b", "a", "c"], 5);
          expect(held.map(({ key }) => key)).toEqual(["b", "a", "c"]);
          await saveBuckets(tx, held.map((bucket) => ({ ...bucket, failures: bucket.failures + 2 })));
        });
        const takeBackAll = () => run((tx) => takeBackFailures(tx, ["b", "a", "c"], 5));
        await Promise.all(Array.from({ length: 30 }, async () => {
          await countAll();
          await takeBackAll();
        }));
        expect((await run((tx) => lockBuckets(tx, ["a", "b", "c"], 5))).map(({ failures }) => failures)).toEqual([30, 30, 30]);
      });

      it("is forgotten a day after it was touched", async () => {
        await run((tx) => lockBucket(tx, "k", 0));
        await run((tx) => sweepBuckets(tx, 86_399_999));
        expect(await rig.db.selectFrom("bucket").select("key").execute()).toEqual([{ key: "k" }]);
        await run((tx) => sweepBuckets(tx, 86_400_000));
        expect(await rig.db.selectFrom("bucket").select("key").execute()).toEqual([]);
      });
    });

    describe("a code to sign in with", () => {
      const slot = { app: "demo", subject: "somebody" };
      const insert = (id: string, createdAt: number) => run((tx) => insertSignInCode(tx, slot, { id, accountId: null, known: 0, mac: id, createdAt, resendAt: createdAt + 60, expiresAt: createdAt + 600 }));
      const usable = async (now: number) => (await run((tx) => listUsableCodes(tx, slot, now))).map(({ id }) => id);

      it("can be typed while it is on its way, once, and not after its time", async () => {
        await insert("one", 0);
        expect([await usable(1), await usable(600)]).toEqual([["one"], []]);
        expect(await run((tx) => spendSignInCode(tx, "one", 600))).toBe(false);
        expect([await run((tx) => spendSignInCode(tx, "one", 1)), await run((tx) => spendSignInCode(tx, "one", 1))]).toEqual([true, false]);
        await run((tx) => makeSignInCodeLive(tx, slot, { id: "one", createdAt: 0 }));
        expect(await usable(1)).toEqual([]);
      });

      it("dies when a newer one was handed over, and lives on when that was refused", async () => {
        await insert("one", 0);
        await insert("two", 100);
        await run((tx) => dropSignInCode(tx, "two"));
        expect(await usable(101)).toEqual(["one"]);
        await insert("three", 200);
        await run((tx) => makeSignInCodeLive(tx, slot, { id: "three", createdAt: 200 }));
        expect(await usable(201)).toEqual(["three"]);
      });

      it("has so many tries, the newest's, and none where there is no code", async () => {
        const attempt = (subject = slot.subject) => run((tx) => reserveSignInTry(tx, { ...slot, subject }, 2));
        expect(await attempt()).toBeUndefined();
        await insert("one", 0);
        expect([await attempt(), await attempt(), await attempt(), await attempt("nobody")]).toEqual([1, 2, undefined, undefined]);
        await insert("two", 100);
        expect(await attempt()).toBe(1);
      });

      it("tells when the next may be asked for, within the wait and within the day", async () => {
        const next = (now: number) => run((tx) => nextSignInCodeAt(tx, { subject: slot.subject }, 2, now));
        expect(await run((tx) => findSignInWait(tx, slot.subject))).toBe(0);
        await insert("one", 0);
        await insert("two", 100);
        expect([await run((tx) => findSignInWait(tx, slot.subject)), await next(100), await next(86_400_000)]).toEqual([160, 86_400_000, undefined]);
        await run((tx) => sweepSignInCodes(tx, 86_400_000));
        expect(await rig.db.selectFrom("signInCode").select("id").execute()).toEqual([{ id: "two" }]);
      });
    });

    it("the factor used last is one for each account and application", async () => {
      for (const factor of ["email", "sms"] as const) await run((tx) => rememberFactor(tx, accountId, "demo", factor));
      expect([await run((tx) => findLastFactor(tx, accountId, "demo")), await run((tx) => findLastFactor(tx, accountId, "demo-email"))]).toEqual(["sms", undefined]);
    });

    describe("messages in a window", () => {
      const dispatch = (id: string, at: number, recipient = "a@example.com") => run((tx) => insertDispatch(tx, { id, bucket: "b", network: "n", recipient, channel: "email", app: "demo", at }));
      const next = (now: number, filter: object = { bucket: "b" }) => run((tx) => nextDispatchAt(tx, filter, { limit: 2, windowMs: 100 }, now));

      it("make room when the oldest of the last so many leaves it", async () => {
        await dispatch("one", 10);
        expect(await next(20)).toBeUndefined();
        await dispatch("two", 30);
        expect(await next(109)).toBe(110);
        expect(await next(110)).toBeUndefined();
        await dispatch("three", 110);
        expect(await next(111)).toBe(130);
      });

      it("are counted by what they have in common, not at all when taken back, and forgotten after a day", async () => {
        await dispatch("one", 10);
        await dispatch("two", 10, "b@example.com");
        expect(await next(20, { bucket: "b", recipient: "a@example.com" })).toBeUndefined();
        expect(await next(20)).toBe(110);
        await run((tx) => takeBackDispatch(tx, "two"));
        expect(await next(20)).toBeUndefined();
        await run((tx) => sweepDispatches(tx, 86_400_010));
        expect(await rig.db.selectFrom("dispatch").select("id").execute()).toEqual([]);
      });
    });

    it("an account's row is held by one transaction at a time, and what it decided is seen by the next", async () => {
      const addOne = () => run(async (tx) => {
        const { failures } = await lockAccount(tx, accountId);
        await tx.updateTable("account").set({ failures: failures + 1 }).where("id", "=", accountId).execute();
      });
      await Promise.all(Array.from({ length: 30 }, addOne));
      expect(await rig.db.selectFrom("account").select("failures").where("id", "=", accountId).executeTakeFirst()).toEqual({ failures: 30 });
    });

    it("of 30 tries at once as many are reserved as the lock allows, and of 30 claims one wins", async () => {
      const reservations = await Promise.all(Array.from({ length: 30 }, () => reserve(0)));
      expect(reservations.filter((reservation) => reservation !== undefined)).toHaveLength(3);
      const key = { accountId, target: "a@example.com" };
      const claims = await Promise.all(Array.from({ length: 30 }, (_, at) => run((tx) => claimWait(tx, key, { claim: `c${at}`, resendAt: 60 }, 0))));
      expect(claims.filter(Boolean)).toHaveLength(1);
    });

    it("a call's state is kept for a minute from its first verdict", async () => {
      await run((tx) => recordCall(tx, "id", { at: "acknowledged" }, 0));
      await run((tx) => recordCall(tx, "id", { at: "accepted", sessionId: "s" }, 30_000));
      expect(await run((tx) => findCall(tx, "id", 59_999))).toEqual({ at: "accepted", sessionId: "s" });
      expect(await run((tx) => findCall(tx, "id", 60_000))).toBeUndefined();
    });

    describe("a trusted device", () => {
      const device = (id: string, trustedAt: number) => ({ id, tokenHash: id, accountId, app: "demo", scope: "demo", label: "l", trustedAt, lastUsedAt: trustedAt, expiresAt: trustedAt + 100 });
      const keep = (id: string, trustedAt: number) => run((tx) => insertDevice(tx, device(id, trustedAt)));
      const ids = async () => (await rig.db.selectFrom("device").select("id").orderBy("id").execute()).map(({ id }) => id);

      it("is found by its own account and application only, and takes the account's expired ones with it when it is made", async () => {
        await keep("one", 0);
        expect(await run((tx) => findDevice(tx, "one", accountId, "demo"))).toEqual(device("one", 0));
        expect(await run((tx) => findDevice(tx, "one", "demo-admin", "demo"))).toBeUndefined();
        expect(await run((tx) => findDevice(tx, "one", accountId, "demo-email"))).toBeUndefined();
        await keep("two", 100);
        expect(await ids()).toEqual(["two"]);
      });

      it("goes by itself, with its account's, or with its scope's", async () => {
        await keep("one", 0);
        expect(await run((tx) => deleteDevice(tx, "demo-admin", "one"))).toBeUndefined();
        expect(await run((tx) => deleteDevice(tx, accountId, "one"))).toMatchObject({ id: "one" });
        await keep("two", 0);
        await run((tx) => killDevicesOfScope(tx, "global"));
        expect(await ids()).toEqual(["two"]);
        await run((tx) => killDevicesOfScope(tx, "demo"));
        await keep("three", 0);
        await run((tx) => killDevices(tx, "demo-admin"));
        expect(await ids()).toEqual(["three"]);
        await run((tx) => killDevices(tx, accountId));
        expect(await ids()).toEqual([]);
      });

      it("that can't be written takes nothing else with it", async () => {
        const faults: unknown[] = [];
        const heard = (fault: unknown) => Promise.resolve(faults.push(fault)).then(() => {});
        await run(async (tx) => {
          await insertDevice(tx, device("one", 0));
          await attemptPart(tx, () => insertDevice(tx, { ...device("two", 0), tokenHash: "one" }), heard);
          await attemptPart(tx, () => insertDevice(tx, device("three", 0)), heard);
        });
        expect(await ids()).toEqual(["one", "three"]);
        expect(faults).toEqual([expect.any(Error)]);
      });
    });

    it("a part that is rolled back leaves no row in the audit, the rest does (S-46)", async () => {
      const record = (tx: Tx, requestId: string) => recordAudit(tx, { ip: "203.0.113.9", requestId, token: "" }, { event: "sign_in", result: "failure" }, 0);
      await run(async (tx) => {
        await record(tx, "before");
        await attemptPart(tx, () => record(tx, "inside").then(() => Promise.reject(new Error("the part failed"))), () => record(tx, "told"));
      });
      expect((await rig.db.selectFrom("audit").select("requestId").orderBy("seq").execute()).map(({ requestId }) => requestId)).toEqual(["before", "told"]);
    });

    describeAuthingStore(run, accountId);

    it("administrators hear of one thing once an hour", async () => {
      const raise = (id: string, at: number, subject = "s") => run((tx) => raiseAdminEvent(tx, { id, at, kind: "ip_code_limit", subject, app: null, accountId: null }));
      await raise("one", 0);
      await raise("two", 3_599_999);
      await raise("three", 1, "other");
      await raise("four", 3_600_000);
      expect((await rig.db.selectFrom("adminEvent").select("id").orderBy("at").execute()).map(({ id }) => id)).toEqual(["one", "three", "four"]);
    });

    it("times and counts come back as numbers, booleans as 0 and 1", async () => {
      const row = await rig.db.selectFrom("account").select(["createdAt", "failures", "emailVerified", "lockedUntil"]).where("id", "=", accountId).executeTakeFirst();
      expect(row).toEqual({ createdAt: rig.ports.clock.now(), failures: 0, emailVerified: 1, lockedUntil: null });
    });

    it("migrates once, however often it is asked to", async () => {
      await Promise.all([migrate(rig.ports.store), migrate(rig.ports.store)]);
      expect(await rig.db.selectFrom("globalPolicy").select("id").execute()).toEqual([{ id: "global" }]);
    });
  });
}

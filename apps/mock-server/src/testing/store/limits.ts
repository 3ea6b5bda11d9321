import { describe, expect, it } from "vitest";
import { raiseAdminEvent } from "../../store/admin-event.ts";
import { lockBucket, lockBuckets, saveBuckets, sweepBuckets, takeBackFailures } from "../../store/bucket.ts";
import { insertDispatch, nextDispatchAt, sweepDispatches, takeBackDispatch } from "../../store/dispatch.ts";
import { findCall, recordCall } from "../../store/idempotency.ts";
import type { StoreUnderTest } from "./under-test.ts";

/** What is counted, and what is remembered of a call. */
export function describeLimits({ run, rig }: StoreUnderTest): void {
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
      expect(await rig().db.selectFrom("bucket").select("key").execute()).toEqual([{ key: "k" }]);
      await run((tx) => sweepBuckets(tx, 86_400_000));
      expect(await rig().db.selectFrom("bucket").select("key").execute()).toEqual([]);
    });
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
      expect(await rig().db.selectFrom("dispatch").select("id").execute()).toEqual([]);
    });
  });

  it("a call's state is kept for a minute from its first verdict", async () => {
    await run((tx) => recordCall(tx, "id", { at: "acknowledged" }, 0));
    await run((tx) => recordCall(tx, "id", { at: "accepted", sessionId: "s" }, 30_000));
    expect(await run((tx) => findCall(tx, "id", 59_999))).toEqual({ at: "accepted", sessionId: "s" });
    expect(await run((tx) => findCall(tx, "id", 60_000))).toBeUndefined();
  });

  it("administrators hear of one thing once an hour", async () => {
    const raise = (id: string, at: number, subject = "s") => run((tx) => raiseAdminEvent(tx, { id, at, kind: "ip_code_limit", subject, app: null, accountId: null }));
    await raise("one", 0);
    await raise("two", 3_599_999);
    await raise("three", 1, "other");
    await raise("four", 3_600_000);
    expect((await rig().db.selectFrom("adminEvent").select("id").orderBy("at").execute()).map(({ id }) => id)).toEqual(["one", "three", "four"]);
  });
}

import { describe, expect, it } from "vitest";
import { takeStep } from "../../store/binding.ts";
import { findRecoveryMac, putRecoveryCode, spendRecoveryCode } from "../../store/recovery-code.ts";
import { countEnrolmentTry, endEnrolment, startEnrolment } from "../../store/totp-enrolment.ts";
import type { StoreUnderTest } from "./under-test.ts";

/** Authenticator apps and recovery codes. */
export function describeFactors({ run, rig, accountId }: StoreUnderTest): void {
  describe("an authenticator app", () => {
    const bind = () => rig().db.insertInto("binding").values({ id: "b", accountId, factor: "totp", scope: "s", target: null, secret: "x", boundAt: 0 }).execute();
    const take = (step: number, secret?: string) => run((tx) => takeStep(tx, "b", step, secret));

    it("has each step accepted once, and none that is not later than the last", async () => {
      await bind();
      expect((await Promise.all(Array.from({ length: 30 }, () => take(59_999_999)))).filter(Boolean)).toHaveLength(1);
      expect([await take(59_999_999), await take(59_999_998), await take(60_000_000, "y")]).toEqual([false, false, true]);
      expect(await rig().db.selectFrom("binding").select(["lastStep", "secret"]).where("id", "=", "b").executeTakeFirst()).toEqual({ lastStep: 60_000_000, secret: "y" });
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
    const spent = await Promise.all(Array.from({ length: 20 }, (_, at) => run((tx) => spendRecoveryCode(tx, accountId, "new", `next-${at}`, 2))));
    expect(spent.filter(Boolean)).toHaveLength(1);
    expect(await run((tx) => findRecoveryMac(tx, accountId))).toBe(`next-${spent.indexOf(true)}`);
  });
}

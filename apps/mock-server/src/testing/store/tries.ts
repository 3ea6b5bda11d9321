import { describe, expect, it } from "vitest";
import { clearTries, lockAccount, reserveTry, takeBackTry } from "../../store/account.ts";
import { claimWait } from "../../store/delivery-wait.ts";
import type { StoreUnderTest } from "./under-test.ts";

/** What is counted against an account. */
export function describeTries({ run, rig, accountId }: StoreUnderTest): void {
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
      expect(await rig().db.selectFrom("account").select(["total", "closedAt"]).where("id", "=", accountId).executeTakeFirst()).toEqual({ total: 5, closedAt: 4000 });
      expect(await reserve(99_000)).toBeUndefined();
      await run((tx) => clearTries(tx, accountId));
      expect(await reserve(99_000)).toMatchObject({ failures: 1, total: 1 });
    });
  });

  it("an account's row is held by one transaction at a time, and what it decided is seen by the next", async () => {
    const addOne = () => run(async (tx) => {
      const { failures } = await lockAccount(tx, accountId);
      await tx.updateTable("account").set({ failures: failures + 1 }).where("id", "=", accountId).execute();
    });
    await Promise.all(Array.from({ length: 30 }, addOne));
    expect(await rig().db.selectFrom("account").select("failures").where("id", "=", accountId).executeTakeFirst()).toEqual({ failures: 30 });
  });

  it("of 30 tries at once as many are reserved as the lock allows, and of 30 claims one wins", async () => {
    const reservations = await Promise.all(Array.from({ length: 30 }, () => reserve(0)));
    expect(reservations.filter((reservation) => reservation !== undefined)).toHaveLength(3);
    const key = { accountId, target: "a@example.com" };
    const claims = await Promise.all(Array.from({ length: 30 }, (_, at) => run((tx) => claimWait(tx, key, { claim: `c${at}`, resendAt: 60 }, 0))));
    expect(claims.filter(Boolean)).toHaveLength(1);
  });
}

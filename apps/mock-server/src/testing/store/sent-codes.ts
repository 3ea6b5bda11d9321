import { describe, expect, it } from "vitest";
import { dropPendingCode, findLiveCode, insertPendingCode, makeCodeLive, spendCode } from "../../store/code.ts";
import { claimWait, endWait, findWait, giveBackWait } from "../../store/delivery-wait.ts";
import type { StoreUnderTest } from "./under-test.ts";

/** Codes that were sent, and the wait between two. */
export function describeSentCodes({ run, rig, accountId }: StoreUnderTest): void {
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
      expect(await rig().db.selectFrom("code").select("id").execute()).toEqual([{ id: "three" }]);
      await store("four");
      await expect(rig().db.updateTable("code").set({ live: 1 }).execute()).rejects.toThrow(/unique/i);
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
}

import { describe, expect, it } from "vitest";
import { findLastFactor, rememberFactor } from "../../store/last-factor.ts";
import { dropSignInCode, findSignInWait, insertSignInCode, listUsableCodes, makeSignInCodeLive, nextSignInCodeAt, reserveSignInTry, spendSignInCode, sweepSignInCodes } from "../../store/sign-in-code.ts";
import type { StoreUnderTest } from "./under-test.ts";

/** Signing in. */
export function describeSignIn({ run, rig, accountId }: StoreUnderTest): void {
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
      expect(await rig().db.selectFrom("signInCode").select("id").execute()).toEqual([{ id: "two" }]);
    });
  });

  it("the factor used last is one for each account and application", async () => {
    for (const factor of ["email", "sms"] as const) await run((tx) => rememberFactor(tx, accountId, "demo", factor));
    expect([await run((tx) => findLastFactor(tx, accountId, "demo")), await run((tx) => findLastFactor(tx, accountId, "demo-email"))]).toEqual(["sms", undefined]);
  });
}

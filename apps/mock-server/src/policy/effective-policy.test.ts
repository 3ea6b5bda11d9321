import type { Factor } from "@guard/contract";
import { expect, it } from "vitest";
import * as v from "valibot";
import { effectivePolicy } from "./effective-policy.ts";
import { DEFAULT_NUMBERS, PolicyNumbers } from "./numbers.ts";

const application = (ownRules: boolean, factors: readonly Factor[], numbers = {}) => ({ id: "shop", name: "Shop", ownRules, factors, numbers, redirectUris: [], officeRanges: [] });

it("follows the application's own rules when its switch is on, else the global ones (R3)", () => {
  const global = { factors: ["email"] as const, numbers: { resendWaitMs: 120_000 } };
  expect(effectivePolicy(application(true, ["totp", "sms"]), global)).toMatchObject({ factors: ["totp", "sms"], scope: "shop", resendWaitMs: 60_000 });
  expect(effectivePolicy(application(false, ["totp", "sms"]), global)).toMatchObject({ factors: ["email"], scope: "global", resendWaitMs: 120_000 });
});

it("takes an application's numbers over the defaults", () => {
  const policy = effectivePolicy(application(true, [], { codeLifetimeMs: 300_000 }), { factors: [], numbers: {} });
  expect(policy).toMatchObject({ ...DEFAULT_NUMBERS, codeLifetimeMs: 300_000 });
});

it("keeps the product's promises as defaults, all within the bounds", () => {
  expect(v.parse(PolicyNumbers, DEFAULT_NUMBERS)).toEqual({
    codeLifetimeMs: 10 * 60_000,
    resendWaitMs: 60_000,
    codesPerAddressHour: 60,
    codesPerRecipientHour: 10,
    codesPerRecipientDay: 30,
    trustDeviceDays: 0,
    challengeLifetimeMs: 15 * 60_000,
    sessionLifetimeMs: 12 * 3_600_000,
    failuresToLock: 6,
    lockMs: 3_600_000,
    failuresToClose: 100,
  });
});

it("refuses numbers beyond the sane bounds", () => {
  for (const numbers of [{ failuresToLock: 1000 }, { failuresToClose: 101 }, { codeLifetimeMs: 1 }, { resendWaitMs: 0 }]) {
    expect(v.safeParse(v.partial(PolicyNumbers), numbers).success).toBe(false);
  }
});

import type { Factor } from "@guard/contract";
import { expect, it } from "vitest";
import * as v from "valibot";
import type { Application, GlobalRules } from "../store/application.ts";
import { effectivePolicy } from "./effective-policy.ts";
import { DEFAULT_NUMBERS, PolicyNumbers } from "./numbers.ts";

const application = (ownRules: boolean, factors: readonly Factor[], numbers = {}): Application => ({
  id: "shop", name: "Shop", ownRules, factors, numbers, redirectUris: [], officeRanges: [], phoneCountries: ["SG"], bindDuringLogin: "always", signInMethods: ["password"], webOtpHost: null,
});
const globally = (factors: readonly Factor[], numbers = {}): GlobalRules => ({ factors, numbers, phoneCountries: ["CN"], bindDuringLogin: "when-nothing-bound", identitySources: ["directory"] });

it("follows the application's own rules when its switch is on, else the global ones (R3)", () => {
  const global = globally(["email"], { resendWaitMs: 120_000 });
  expect(effectivePolicy(application(true, ["totp", "sms"]), global)).toMatchObject({ factors: ["totp", "sms"], scope: "shop", resendWaitMs: 60_000, phoneCountries: ["SG"], bindDuringLogin: "always" });
  expect(effectivePolicy(application(false, ["totp", "sms"]), global)).toMatchObject({ factors: ["email"], scope: "global", resendWaitMs: 120_000, phoneCountries: ["CN"], bindDuringLogin: "when-nothing-bound" });
});

it.each([true, false])("takes the third parties from the global rules, own rules %s (R3)", (ownRules) => {
  expect(effectivePolicy(application(ownRules, []), globally([])).identitySources).toEqual(["directory"]);
});

it("takes an application's numbers over the defaults", () => {
  const policy = effectivePolicy(application(true, [], { codeLifetimeMs: 300_000 }), globally([]));
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
    signInCodesPerDay: 10,
    signInCodeTries: 5,
    smsPerDay: 1000,
  });
});

it("refuses numbers beyond the sane bounds", () => {
  for (const numbers of [{ failuresToLock: 1000 }, { failuresToClose: 101 }, { codeLifetimeMs: 1 }, { resendWaitMs: 0 }]) {
    expect(v.safeParse(v.partial(PolicyNumbers), numbers).success).toBe(false);
  }
});

import { describe, expect, it } from "vitest";
import { fixtures } from "../testing/fixtures.ts";
import { variants } from "../testing/variants.ts";
import { factorTabs, isBusy, offersRecovery } from "./select.ts";

const names = (tabs: ReturnType<typeof factorTabs>) => tabs.map(({ factor }) => factor);

describe("tabs", () => {
  it("are the factors of the challenge, and the recovery code is none of them", () => {
    const tabs = factorTabs(variants.everyFactor);
    expect(names(tabs)).toEqual(["email", "sms", "totp", "face"]);
    expect(tabs.map(({ active }) => active)).toEqual([true, false, false, false]);
  });

  it("stay the same on each factor's own screen", () => {
    for (const state of [variants.bindAny, variants.enrolAmongTabs, variants.enrolLoadingAmongTabs, variants.faceBind]) {
      expect(names(factorTabs(state))).toEqual(["email", "sms", "totp", "face"]);
    }
  });

  it("do nothing while a call runs (R13)", () => {
    expect(factorTabs(fixtures["challenge.verifying"]).every(({ busy }) => busy)).toBe(true);
    expect(factorTabs(fixtures.challenge).some(({ busy }) => busy)).toBe(false);
  });

  it("are none before a challenge and after it", () => {
    expect(factorTabs(fixtures.password)).toEqual([]);
    expect(factorTabs(fixtures.done)).toEqual([]);
  });

  it("show on the recovery code's screen that none of them is open", () => {
    expect(factorTabs(fixtures.recovery)).toMatchObject([{ factor: "totp", active: false }]);
  });
});

it.each([
  ["beside the authenticator app", variants.totp, true],
  ["from a closed account", variants.closedWithRecovery, true],
  ["not without an authenticator app", fixtures.challenge, false],
  ["not from itself", fixtures.recovery, false],
  ["not while a call runs", { ...fixtures["challenge.verifying"], challenge: variants.totp.challenge }, false],
  ["not from an account that only an administrator opens", fixtures.closed, false],
] as const)("offers the recovery code %s", (_, state, offers) => expect(offersRecovery(state)).toBe(offers));

it("is busy exactly while a call runs that only BACK leaves", () => {
  const busy = Object.values(fixtures).filter(isBusy).map(({ at }) => at);
  expect(busy).toEqual([
    "password.submitting",
    "resuming",
    "challenge.verifying",
    "bind.checking",
    "enrol.loading",
    "enrol.confirming",
    "face.verifying",
    "recovery.verifying",
    "codeSignIn.requesting",
    "codeSignIn.verifying",
  ]);
});

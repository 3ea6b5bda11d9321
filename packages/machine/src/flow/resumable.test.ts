import { describe, expect, it } from "vitest";
import { fixtures } from "../testing/fixtures.ts";
import { challengeAnswer, challengeData, emailFactor, T0, totpFactor } from "../testing/parts.ts";
import { variants } from "../testing/variants.ts";
import { resumableOf } from "./resumable.ts";
import { transition } from "./transition.ts";

describe("what is kept for a reload (law 8)", () => {
  it("is a challenge to prove a factor, and the one that was open", () => {
    expect(resumableOf(variants.prove)).toMatchObject({ is: "challenge", active: "totp" });
    expect(resumableOf(fixtures.face)).toMatchObject({ is: "challenge", active: "face" });
  });

  it("leads from the recovery code's screen to the factor beside it", () => {
    expect(resumableOf(fixtures.recovery)).toMatchObject({ is: "challenge", active: "totp" });
  });

  it.each(["bind", "enrol.loading", "enrol", "recoveryCode", "codeSignIn.verify", "done", "expired", "closed"] as const)("is nothing at %s", (at) => {
    expect(resumableOf(fixtures[at])).toBeUndefined();
  });

  it("is nothing of a challenge that could bind beside what is bound (R8, always)", () => {
    const mixed = challengeData(emailFactor(), { factors: [emailFactor(), totpFactor({ bound: false })] });
    expect(resumableOf({ ...fixtures.challenge, challenge: mixed })).toBeUndefined();
  });
});

it("asks for the password when the server says that the resumed challenge could bind", () => {
  const value = challengeAnswer({ factors: [{ factor: "email", bound: true }, { factor: "totp", bound: false }] });
  const answer = { to: "resume", result: { ok: true, value } } as const;
  expect(transition(fixtures.resuming, { type: "ANSWER", task: "t1", answer, now: T0, id: "t2" }).state.at).toBe("password");
});

describe("what a login that was picked up leads to", () => {
  const hears = (code: "not_supported" | "network") => transition(fixtures.resuming, { type: "ANSWER", task: "t1", answer: { to: "resume", result: { ok: false, error: { code } } }, now: T0, id: "t9" }).state.at;

  it("is the password where the adapter can't ask: there is nothing to try again", () => {
    expect([hears("not_supported"), hears("network")]).toEqual(["password", "resuming.failed"]);
  });
});

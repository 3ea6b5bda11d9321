import type { Capabilities } from "@guard/contract";
import { describe, expect, it } from "vitest";
import { challengeAnswer, T0 } from "../testing/parts.ts";
import { everything } from "../testing/scripted-adapter.ts";
import { offerable } from "./offer.ts";

const bound = (factor: "email" | "sms" | "totp" | "face" | "recovery") => ({ factor, bound: true }) as const;
const unbound = (factor: "email" | "sms" | "totp" | "face") => ({ factor, bound: false }) as const;
const all = challengeAnswer({ factors: [bound("email"), bound("sms"), bound("totp"), bound("face")] });

function offered(challenge = all, over: Partial<Capabilities> = {}, order: Parameters<typeof offerable>[2] = []) {
  const result = offerable(challenge, { ...everything, ...over }, order);
  return result.ok ? { first: result.value.factor, factors: result.value.factors.map(({ factor }) => factor) } : result.error.code;
}

describe("what of a challenge is offered", () => {
  it("is what the adapter can verify, with the recovery code beside the authenticator app", () => {
    expect(offered()).toEqual({ first: "email", factors: ["email", "sms", "totp", "face", "recovery"] });
    expect(offered(all, { verify: ["sms", "face"] })).toEqual({ first: "sms", factors: ["sms", "face"] });
    expect(offered(all, { recovery: false })).toMatchObject({ factors: ["email", "sms", "totp", "face"] });
  });

  it("has no recovery code where the account has none, and has it where nobody can tell (R13)", () => {
    expect(offered({ ...all, recoverable: false })).toMatchObject({ factors: ["email", "sms", "totp", "face"] });
    expect(offered({ ...all, recoverable: true })).toMatchObject({ factors: ["email", "sms", "totp", "face", "recovery"] });
  });

  it("is what the adapter can bind, where something is bound", () => {
    const binding = challengeAnswer({ need: "bind", factors: [unbound("email"), unbound("totp")] });
    expect(offered(binding, { verify: [] })).toEqual({ first: "email", factors: ["email", "totp"] });
    expect(offered(binding, { bind: ["totp"] })).toEqual({ first: "totp", factors: ["totp"] });
  });

  it("tells bound from unbound in one challenge (R8, always)", () => {
    const mixed = challengeAnswer({ factors: [bound("email"), unbound("sms"), unbound("totp")] });
    expect(offered(mixed, { verify: ["email"], bind: ["totp"] })).toEqual({ first: "email", factors: ["email", "totp"] });
  });

  it("comes in the host's order, and in the server's where the host names none (R13)", () => {
    expect(offered(all, {}, ["totp", "sms"])).toEqual({ first: "totp", factors: ["totp", "sms", "email", "face", "recovery"] });
  });

  it("begins with the factor that the server chose, whatever the order", () => {
    expect(offered({ ...all, factor: "sms" }, {}, ["totp"])).toMatchObject({ first: "sms" });
  });

  it("begins with the one used last, also where it is the first of the server's list (R13)", () => {
    expect(offered({ ...all, factor: "email", lastUsed: true }, {}, ["totp"])).toEqual({ first: "email", factors: ["totp", "email", "sms", "face", "recovery"] });
    expect(offered({ ...all, factor: "email" }, {}, ["totp"])).toMatchObject({ first: "totp" });
    expect(offered({ ...all, factor: "sms", lastUsed: true }, { verify: ["email", "totp"] }, ["totp"])).toMatchObject({ first: "totp" });
  });

  it("begins with a bound factor", () => {
    expect(offered(challengeAnswer({ factors: [unbound("email"), bound("totp")] }))).toMatchObject({ first: "totp" });
  });

  it("has \"trust this device\" only where the adapter can do it (R24)", () => {
    const trustable = challengeAnswer({ trustDays: 30 });
    expect(offerable(trustable, everything)).toMatchObject({ value: { trustDays: 30 } });
    expect(offerable(trustable, { ...everything, trustedDevice: false })).not.toHaveProperty("value.trustDays");
  });

  it("is an error when nothing is left, and tells a closed account from it", () => {
    expect(offered(all, { verify: [] })).toBe("factor_unavailable");
    const closed = challengeAnswer({ factor: "recovery", factors: [bound("recovery")] });
    expect(offered(closed)).toEqual({ first: "recovery", factors: ["recovery"] });
    expect(offered(closed, { recovery: false })).toBe("closed");
    expect(offerable(closed, { ...everything, recovery: false })).toMatchObject({ now: T0 });
  });
});

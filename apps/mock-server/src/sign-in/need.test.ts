import type { Factor } from "@guard/contract";
import { describe, expect, it } from "vitest";
import { createEmailRunner } from "../factors/email/runner.ts";
import { createSmsRunner } from "../factors/sms/runner.ts";
import type { Ports } from "../ports.ts";
import type { Runners } from "../factors/registry.ts";
import type { Application } from "../store/application.ts";
import type { Account, Binding } from "../store/schema.ts";
import { createTestPorts } from "../testing/ports.ts";
import { decideNeed } from "./need.ts";
import type { Standing } from "./standing.ts";
import { DEFAULT_NUMBERS } from "../policy/numbers.ts";

const account: Account = {
  id: "a", username: "a", email: null, emailVerified: 0, phone: null, phoneVerified: 0, password: "x", mfaDisabled: 0,
  role: "user", failures: 0, total: 0, lockedUntil: null, closedAt: null, createdAt: 0,
};
const withEmail: Account = { ...account, email: "a@example.com", emailVerified: 1 };
const row = (factor: Factor, scope: string): Binding => ({ id: factor + scope, accountId: "a", factor, scope, target: "b@example.com", secret: null, lastStep: null, boundAt: 0 });

const unused = { db: undefined as never, close: () => Promise.resolve() };
const email = createEmailRunner(createTestPorts(unused, "development").ports, () => Promise.reject(new Error("not needed")));
const runners: Runners = new Map([["email", email]]);

function standing(who: Account, factors: readonly Factor[], bindings: readonly Binding[] = [], bindDuringLogin: "when-nothing-bound" | "always" = "when-nothing-bound"): Standing {
  const application: Application = { id: "app", name: "App", ownRules: true, factors, numbers: {}, redirectUris: [], officeRanges: [], signInMethods: [], webOtpHost: null, phoneCountries: ["CN"], bindDuringLogin };
  const policy = { ...DEFAULT_NUMBERS, factors, scope: "app", phoneCountries: ["CN"], bindDuringLogin, identitySources: [] };
  return { account: who, application, policy, bindings, recoveryMac: undefined };
}

it("asks for nothing when no factor is enabled (R2)", () => {
  expect(decideNeed(standing(withEmail, []), runners)).toEqual({ kind: "nothing", bypassed: false });
});

it("asks for nothing when the user's MFA is disabled, and says that it was bypassed (R4)", () => {
  expect(decideNeed(standing({ ...withEmail, mfaDisabled: 1 }, ["email"]), runners)).toEqual({ kind: "nothing", bypassed: true });
});

describe("a bound factor", () => {
  it("is the verified login e-mail, in every application (R16a)", () => {
    expect(decideNeed(standing(withEmail, ["sms", "email"]), runners)).toEqual({ kind: "factor", need: "verify", factors: ["email"] });
  });

  it("is a binding of this scope", () => {
    expect(decideNeed(standing(account, ["email"], [row("email", "app")]), runners)).toMatchObject({ need: "verify" });
  });

  it("is not an unverified e-mail", () => {
    expect(decideNeed(standing({ ...withEmail, emailVerified: 0 }, ["email"]), runners)).toMatchObject({ need: "bind" });
  });
});

describe("binding during a login", () => {
  it("is offered when nothing is bound anywhere (R8)", () => {
    expect(decideNeed(standing(account, ["email", "totp"]), runners)).toEqual({ kind: "factor", need: "bind", factors: ["email"] });
  });

  it.each([
    ["an authenticator app here, which this server can't run", [row("totp", "app")]],
    ["a phone under the global rules", [row("sms", "global")]],
  ])("is never offered to an account with %s (S-26)", (_what, bindings) => {
    expect(decideNeed(standing(account, ["email", "totp"], bindings), runners)).toEqual({ kind: "unavailable" });
  });

  it("is never offered to an account with a verified login phone", () => {
    expect(decideNeed(standing({ ...account, phone: "+861", phoneVerified: 1 }, ["email"]), runners)).toEqual({ kind: "unavailable" });
  });

  it("is unavailable when this server can run none of the enabled factors", () => {
    expect(decideNeed(standing(account, ["totp"]), runners)).toEqual({ kind: "unavailable" });
    expect(decideNeed(standing(withEmail, ["totp"]), runners)).toEqual({ kind: "unavailable" });
  });
});

describe("an account that has factors, none of which counts here", () => {
  const elsewhere = [row("email", "other")];

  it("proves one first, any that the server can run (R8, S-26)", () => {
    expect(decideNeed(standing(account, ["email", "totp"], elsewhere), runners)).toEqual({ kind: "factor", need: "prove", factors: ["email"] });
  });

  it("binds after that, and signs in once it is bound", () => {
    expect(decideNeed(standing(account, ["email", "totp"], elsewhere), runners, ["email"])).toEqual({ kind: "factor", need: "bind", factors: ["email"] });
    expect(decideNeed(standing(account, ["email", "totp"], [...elsewhere, row("email", "app")]), runners, ["email"])).toMatchObject({ need: "verify" });
  });
});

describe("a closed account (R11b)", () => {
  const closed = { ...withEmail, closedAt: 1 };

  it.each([["email"], []] as const)("is asked for its recovery code and nothing else, whatever is enabled", (...factors) => {
    expect(decideNeed({ ...standing(closed, factors.flat() as Factor[]), recoveryMac: "m" }, runners)).toEqual({ kind: "factor", need: "verify", factors: ["recovery"] });
  });

  it("has no way in without one, not even past the bypass", () => {
    expect(decideNeed(standing({ ...closed, mfaDisabled: 1 }, ["email"]), runners)).toEqual({ kind: "unavailable" });
  });
});

describe("the policy `always` (R8)", () => {
  const both: Runners = new Map([["email", email], ["sms", createSmsRunner({ send: () => Promise.resolve("refused") }, () => Promise.reject(new Error("not needed")))]]);

  it("offers what is not bound beside what is, which comes first", () => {
    expect(decideNeed(standing(withEmail, ["sms", "email"], [], "always"), both)).toEqual({ kind: "factor", need: "verify", factors: ["email", "sms"] });
    expect(decideNeed(standing(withEmail, ["sms", "email"]), both)).toEqual({ kind: "factor", need: "verify", factors: ["email"] });
  });

  it("binds although something is bound elsewhere, which makes it unsafe (S-26)", () => {
    expect(decideNeed(standing(account, ["email"], [row("totp", "other")], "always"), both)).toEqual({ kind: "factor", need: "bind", factors: ["email"] });
  });
});

it("runs e-mail, the authenticator app, the recovery code and, where a provider is there, SMS, by its registry", async () => {
  const { createRunners } = await import("../factors/registry.ts");
  const store = { db: undefined as never, close: () => Promise.resolve() };
  const { ports } = createTestPorts(store, "development");
  const { sms: _, ...without } = ports;
  const run = (given: Ports) => [...createRunners(given, () => Promise.reject(new Error("not needed"))).keys()];
  expect([run(ports), run(without)]).toEqual([["email", "sms", "totp", "recovery"], ["email", "totp", "recovery"]]);
});

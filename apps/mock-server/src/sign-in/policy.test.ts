import type { Factor } from "@guard/contract";
import Sqlite from "better-sqlite3";
import { beforeEach, describe, expect, it } from "vitest";
import type { Runners } from "../factors/registry.ts";
import { effectivePolicy } from "../policy/effective-policy.ts";
import type { Application, GlobalRules } from "../store/application.ts";
import type { Account, Binding } from "../store/schema.ts";
import { challengeOf, mailedCode, send, sessionOf, signIn, textedCode, verify } from "../testing/login.ts";
import { createRig } from "../testing/rig.ts";
import type { Rig } from "../testing/rig.ts";
import { decideNeed } from "./need.ts";

const FACTORS: readonly Factor[] = ["email", "sms", "totp", "face"];
/** Runs everything: which factors there are is the policy's affair here. */
const runners: Runners = new Map(FACTORS.map((factor) => [factor, { factor, takes: "code", prepare: () => Promise.reject(new Error("not needed")) }]));

const account: Account = {
  id: "a", username: "a", email: null, emailVerified: 0, phone: null, phoneVerified: 0, password: "x", mfaDisabled: 0,
  role: "user", failures: 0, total: 0, lockedUntil: null, closedAt: null, createdAt: 0,
};
const rules = (factors: readonly Factor[]): GlobalRules => ({ factors, numbers: {}, phoneCountries: ["CN"], bindDuringLogin: "when-nothing-bound", identitySources: [] });

/** What a password login needs, of somebody who bound every factor everywhere. */
function needOf(ownRules: boolean, own: readonly Factor[], global: readonly Factor[]): string {
  const application: Application = { ...rules(own), id: "app", name: "App", ownRules, redirectUris: [], officeRanges: [], signInMethods: ["password"], webOtpHost: null };
  const bindings = ["app", "global"].flatMap((scope) => FACTORS.map((factor): Binding => ({ id: scope + factor, accountId: "a", factor, scope, target: "t", secret: null, lastStep: null, boundAt: 0 })));
  const need = decideNeed({ account, application, policy: effectivePolicy(application, rules(global)), bindings, recoveryMac: undefined }, runners);
  return need.kind === "factor" ? need.factors.join() : need.kind;
}

describe("who decides: own rules or the global ones (R3, S-53)", () => {
  // Own rules on or off, and of the two policies the one, the other, both or none with the factor switched on.
  const table = [...FACTORS, undefined].flatMap((factor) =>
    [true, false].flatMap((ownRules) => [true, false].flatMap((inOwn) => [true, false].map((inGlobal) => ({ factor, ownRules, inOwn, inGlobal })))),
  );

  it.each(table)("$factor: own rules $ownRules, switched on there $inOwn, globally $inGlobal", ({ factor, ownRules, inOwn, inGlobal }) => {
    const when = (on: boolean) => (on && factor !== undefined ? [factor] : []);
    const required = factor !== undefined && (ownRules ? inOwn : inGlobal);
    expect(needOf(ownRules, when(inOwn), when(inGlobal))).toBe(required ? factor : "nothing");
  });

  it("any enabled factor will do, in the order of the policy", () => {
    expect(needOf(true, ["totp", "email"], ["sms"])).toBe("totp,email");
    expect(needOf(false, ["totp", "email"], ["sms", "face"])).toBe("sms,face");
  });
});

let rig: Rig;
beforeEach(async () => {
  rig = await createRig(new Sqlite(":memory:"));
});

const switchFactors = (app: string, factors: readonly Factor[]) => rig.db.updateTable("application").set({ factors: JSON.stringify(factors) }).where("id", "=", app).execute();

describe("a policy that changes while somebody logs in (S-53)", () => {
  it("switched on after the session: asks at the next login", async () => {
    const session = sessionOf(await signIn(rig, "demo-open", "email-user"));
    await switchFactors("demo-open", ["email"]);
    expect((await rig.call("session", {}, { token: session.token })).status).toBe(200);
    expect((await signIn(rig, "demo-open", "email-user")).body).toMatchObject({ status: "challenge" });
  });

  it("switched off: the factor that is being proven still finishes, and the next login needs none", async () => {
    const { token } = await challengeOf(rig, "demo-email", "email-user");
    await send(rig, token);
    await switchFactors("demo-email", []);
    sessionOf(await verify(rig, token, mailedCode(rig)));
    sessionOf(await signIn(rig, "demo-email", "email-user"));
  });

  it("the factor switched for another: its right code does not finish, the other one is asked", async () => {
    const { token } = await challengeOf(rig, "demo", "all-factors");
    await send(rig, token);
    await switchFactors("demo", ["sms"]);
    const asked = await verify(rig, token, mailedCode(rig));
    expect(asked.body).toMatchObject({ status: "challenge", challenge: { need: "verify", factor: "sms", factors: [{ factor: "sms", bound: true }] } });
    const next = (asked.body as { challenge: { token: string } }).challenge.token;
    expect((await rig.call("resume", {}, { token })).status).toBe(401);
    await rig.call("sendCode", { factor: "sms", trigger: "auto" }, { token: next });
    sessionOf(await rig.call("verifyCode", { factor: "sms", code: textedCode(rig) }, { token: next }));
  });

  it("another one added: the one that was proven is enough", async () => {
    const { token } = await challengeOf(rig, "demo-email", "all-factors");
    await send(rig, token);
    await switchFactors("demo-email", ["sms", "email"]);
    sessionOf(await verify(rig, token, mailedCode(rig)));
  });

  it("own rules switched on over a global policy that asks for less", async () => {
    const { token } = await challengeOf(rig, "demo-global", "all-factors");
    await send(rig, token);
    await rig.db.updateTable("application").set({ ownRules: 1, factors: '["sms"]' }).where("id", "=", "demo-global").execute();
    expect((await verify(rig, token, mailedCode(rig))).body).toMatchObject({ status: "challenge", challenge: { factor: "sms" } });
  });

  it("a factor switched off while it was being bound is not bound", async () => {
    const { token } = await challengeOf(rig, "demo", "new-user");
    await rig.call("bind", { factor: "email", target: "jane@example.com" }, { token });
    await send(rig, token, "user");
    await switchFactors("demo", ["sms"]);
    expect((await verify(rig, token, mailedCode(rig))).body).toMatchObject({ code: "factor_unavailable" });
    expect(await rig.db.selectFrom("binding").select("id").where("accountId", "=", "demo-new-user").execute()).toEqual([]);
  });
});

describe("the bypass switch (R4, S-52)", () => {
  const bypass = (mfaDisabled: 0 | 1) => rig.db.updateTable("account").set({ mfaDisabled }).where("id", "=", "demo-all-factors").execute();
  const APPS = ["demo", "demo-email", "demo-global"] as const;

  it.each(APPS)("on: %s asks for nothing; off: it asks at the next login", async (app) => {
    await bypass(1);
    expect(sessionOf(await signIn(rig, app, "all-factors")).amr).toEqual(["pwd"]);
    await bypass(0);
    expect((await signIn(rig, app, "all-factors")).body).toMatchObject({ status: "challenge" });
  });

  it.each(APPS.flatMap((app) => [[app, 0], [app, 1]] as const))("in %s a challenge that is open lives on when it is switched to %d", async (app, mfaDisabled) => {
    await bypass(0);
    const { token } = await challengeOf(rig, app, "all-factors");
    await send(rig, token);
    await bypass(mfaDisabled);
    expect((await rig.call("resume", {}, { token })).body).toMatchObject({ need: "verify" });
    expect(sessionOf(await verify(rig, token, mailedCode(rig))).amr).toContain("mfa");
  });

  it("leaves no counter and no other user changed", async () => {
    await rig.db.updateTable("account").set({ failures: 5, total: 9 }).where("id", "=", "demo-all-factors").execute();
    await bypass(1);
    await signIn(rig, "demo", "all-factors");
    expect(await rig.db.selectFrom("account").select(["failures", "total"]).where("id", "=", "demo-all-factors").executeTakeFirst()).toEqual({ failures: 5, total: 9 });
    expect((await signIn(rig, "demo", "email-user")).body).toMatchObject({ status: "challenge" });
  });
});

describe("the factor used last comes first (R13)", () => {
  const finishBySms = async (app: string) => {
    const { token } = await challengeOf(rig, app, "all-factors");
    await rig.call("sendCode", { factor: "sms", trigger: "auto" }, { token });
    sessionOf(await rig.call("verifyCode", { factor: "sms", code: textedCode(rig) }, { token }));
  };

  it("in the application where it was used, while the order of the tabs stays", async () => {
    expect(await challengeOf(rig, "demo", "all-factors")).toMatchObject({ factor: "email" });
    await finishBySms("demo");
    const next = await challengeOf(rig, "demo", "all-factors");
    expect(next).toMatchObject({ factor: "sms", lastUsed: true });
    expect(next.factors.map(({ factor }) => factor).filter((factor) => factor !== "totp")).toEqual(["email", "sms"]);
    await switchFactors("demo-email", ["email", "sms"]);
    expect(await challengeOf(rig, "demo-email", "all-factors")).toMatchObject({ factor: "email" });
  });

  it("and is told as such where it is the first of the list, too, so that a host's order does not pass it", async () => {
    expect(await challengeOf(rig, "demo-email", "all-factors")).not.toHaveProperty("lastUsed");
    await switchFactors("demo-email", ["sms", "email"]);
    await finishBySms("demo-email");
    expect(await challengeOf(rig, "demo-email", "all-factors")).toMatchObject({ factor: "sms", lastUsed: true });
  });

  it("unless it is not enabled or not bound any more", async () => {
    await finishBySms("demo");
    await rig.db.updateTable("account").set({ phoneVerified: 0 }).where("id", "=", "demo-all-factors").execute();
    const next = await challengeOf(rig, "demo", "all-factors");
    expect(next.factor).toBe("email");
    expect(next).not.toHaveProperty("lastUsed");
  });

  it("a login without a second factor does not count", async () => {
    await finishBySms("demo");
    await rig.db.updateTable("account").set({ mfaDisabled: 1 }).where("id", "=", "demo-all-factors").execute();
    sessionOf(await signIn(rig, "demo", "all-factors"));
    await rig.db.updateTable("account").set({ mfaDisabled: 0 }).where("id", "=", "demo-all-factors").execute();
    expect(await challengeOf(rig, "demo", "all-factors")).toMatchObject({ factor: "sms" });
  });
});

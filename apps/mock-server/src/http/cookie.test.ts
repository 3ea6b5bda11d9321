import { Challenge, Completion, TOKEN_IN_COOKIE, WhoAmI } from "@guard/contract";
import Sqlite from "better-sqlite3";
import { beforeEach, describe, expect, it } from "vitest";
import * as v from "valibot";
import { mailedCode, otherThan } from "../testing/login.ts";
import { createRig } from "../testing/rig.ts";
import type { Rig } from "../testing/rig.ts";
import { openTab, OWN } from "../testing/tab.ts";

let rig: Rig;
beforeEach(async () => {
  rig = await createRig(new Sqlite(":memory:"));
});

describe("a whole login with its tokens in the cookie", () => {
  it("answers schema-valid challenges and sessions without a token in them", async () => {
    const tab = openTab(rig);
    const begun = await tab.signIn();
    expect(v.parse(Completion, begun.body)).toMatchObject({ status: "challenge", challenge: { token: TOKEN_IN_COOKIE } });
    const resumed = await tab.call("resume");
    expect(v.parse(Challenge, resumed.body).token).toBe(TOKEN_IN_COOKIE);
    await tab.call("sendCode", { factor: "email", trigger: "auto" });
    const done = await tab.call("verifyCode", { factor: "email", code: mailedCode(rig) });
    expect(v.parse(Completion, done.body)).toMatchObject({ status: "done", session: { token: TOKEN_IN_COOKIE, user: { username: "email-user" } } });
    const who = await tab.call("session");
    expect(v.parse(WhoAmI, who.body).session.token).toBe(TOKEN_IN_COOKIE);
    for (const { body } of [begun, resumed, done, who]) expect(JSON.stringify(body)).not.toMatch(/g[cs]_/);
  });

  it("sets the cookie twice, for the challenge and for the session, and each dies with its use", async () => {
    const tab = openTab(rig);
    await tab.signIn();
    const challenge = tab.token();
    await tab.call("sendCode", { factor: "email", trigger: "auto" });
    await tab.call("verifyCode", { factor: "email", code: mailedCode(rig) });
    expect(tab.set).toHaveLength(2);
    expect(tab.token()).toMatch(/^gs_/);
    expect(await openTab(rig, `guard-dev=${challenge}`).call("resume")).toMatchObject({ status: 401, body: { code: "challenge_expired" } });
  });

  it("keeps the challenge's cookie after a wrong code", async () => {
    const tab = openTab(rig);
    await tab.signIn();
    await tab.call("sendCode", { factor: "email", trigger: "auto" });
    expect(await tab.call("verifyCode", { factor: "email", code: otherThan(mailedCode(rig)) })).toMatchObject({ status: 422, body: { attemptsLeft: 5 } });
    expect(tab.set).toHaveLength(1);
  });

  it("gives a fresh session to a call whose answer was lost with its cookie (R12a)", async () => {
    const tab = openTab(rig);
    await tab.signIn();
    await tab.call("sendCode", { factor: "email", trigger: "auto" });
    const before = tab.cookie();
    const verify = { factor: "email", code: mailedCode(rig) };
    const lost = openTab(rig, before);
    await lost.call("verifyCode", verify, OWN, "k1");
    expect((await tab.call("verifyCode", verify, OWN, "k1")).body).toMatchObject({ status: "done" });
    expect((await tab.call("session")).status).toBe(200);
    expect((await lost.call("session")).status).toBe(401);
  });

  it("ends by signing out: the session is gone and the cookie with it", async () => {
    const tab = openTab(rig);
    await tab.signInFully();
    const stolen = openTab(rig, tab.cookie());
    expect((await tab.call("signOut")).status).toBe(200);
    expect(tab.cookie()).toBeUndefined();
    expect(tab.set.at(-1)).toBe("guard-dev=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0");
    expect((await stolen.call("session")).status).toBe(401);
  });
});

describe("a cookie that was there before (fixation, S-25)", () => {
  it("is replaced at the login, and the session in it ends", async () => {
    const planted = openTab(rig);
    await planted.signInFully();
    const victim = openTab(rig, planted.cookie());
    await victim.signIn("email-user", "demo-open");
    expect(victim.cookie()).not.toBe(planted.cookie());
    expect((await victim.call("session")).status).toBe(200);
    expect((await planted.call("session")).status).toBe(401);
  });

  it("survives a wrong password", async () => {
    const tab = openTab(rig);
    await tab.signInFully();
    await tab.call("signIn", { app: "demo-email", identifier: "email-user", password: "wrong" });
    expect((await tab.call("session")).status).toBe(200);
  });

  it("with a session opens no challenge, and the other way round (S-23)", async () => {
    const tab = openTab(rig);
    await tab.signIn();
    expect(await tab.call("session")).toMatchObject({ status: 401, body: { code: "unauthorized" } });
    await tab.signInFully();
    expect(await tab.call("resume")).toMatchObject({ status: 401, body: { code: "challenge_expired" } });
  });

  it.each(["", "guard-dev", "guard-dev=", "guard-dev=gs_a b", "guard-dev=%22", "xguard-dev=gs_x", "__Host-guard=gs_x"])("is nothing when it reads %j", async (cookie) => {
    expect((await openTab(rig, cookie).call("session")).status).toBe(401);
  });
});

describe("the cookie's attributes (S-25)", () => {
  it("on plain http in development are HttpOnly, Lax and the whole site, under a name of its own", async () => {
    const tab = openTab(rig);
    await tab.signIn();
    expect(tab.set).toEqual([expect.stringMatching(/^guard-dev=gc_[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)]);
  });

  it("in production are __Host-, Secure, HttpOnly, Lax, the whole site and no domain, also behind a proxy that ends TLS", async () => {
    const tab = openTab(await createRig(new Sqlite(":memory:"), { environment: "production" }));
    await tab.signInFully();
    expect(tab.set.at(-1)).toMatch(/^__Host-guard=gs_[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/);
    await tab.call("signOut");
    expect(tab.set.at(-1)).toBe("__Host-guard=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0; Secure");
  });
});

import { Challenge, Completion } from "@guard/contract";
import Sqlite from "better-sqlite3";
import { beforeEach, describe, expect, it } from "vitest";
import * as v from "valibot";
import { changeBypass } from "../account/bypass.ts";
import { changePassword } from "../account/change-password.ts";
import { DEMO_PASSWORD } from "../development/data.ts";
import { dropFactor } from "../policy/switch-off.ts";
import { transact } from "../store/transaction.ts";
import type { Tx } from "../store/transaction.ts";
import { challengeOf, mailedCode, otherThan, send, sessionOf, verify } from "../testing/login.ts";
import { createRig } from "../testing/rig.ts";
import type { Answer, CallOptions, Rig } from "../testing/rig.ts";
import { openTab } from "../testing/tab.ts";

const DAY = 86_400_000;
const FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:133.0) Gecko/20100101 Firefox/133.0";

let rig: Rig;
beforeEach(async () => {
  rig = await createRig(new Sqlite(":memory:"));
});

const run = (work: (tx: Tx) => Promise<unknown>) => transact(rig.ports.store, work);

/** A login in `demo` that asks to be trusted. */
async function trust(options: CallOptions = {}, app = "demo", identifier = "email-user"): Promise<Answer> {
  const { token } = await challengeOf(rig, app, identifier);
  await send(rig, token);
  return rig.call("verifyCode", { factor: "email", code: mailedCode(rig), trustDevice: true }, { token, ...options });
}

const deviceOf = (answer: Answer): string => {
  const completion = v.parse(Completion, answer.body);
  if (completion.status !== "done" || completion.deviceToken === undefined) throw new Error("The device is not trusted.");
  return completion.deviceToken;
};

const enter = (deviceToken: string, app = "demo", identifier = "email-user", password = DEMO_PASSWORD) =>
  rig.call("signIn", { app, identifier, password, deviceToken });

const statusOf = (answer: Answer) => answer.body["status"] ?? answer.body["code"];

const audited = async () => (await rig.db.selectFrom("audit").select(["event", "result", "reason"]).orderBy("at").execute()).map((row) => Object.values(row).filter(Boolean).join(" "));

describe("the offer to trust this device (R24)", () => {
  it("is told where policy allows it and a factor was bound before this login", async () => {
    expect((await challengeOf(rig, "demo", "email-user")).trustDays).toBe(30);
  });

  it("is not made by a policy that leaves it off, nor to somebody who only binds now", async () => {
    expect(await challengeOf(rig, "demo-email", "email-user")).not.toHaveProperty("trustDays");
    expect(await challengeOf(rig, "demo", "new-user")).toMatchObject({ need: "bind" });
    expect(await challengeOf(rig, "demo", "new-user")).not.toHaveProperty("trustDays");
  });

  it("stands in a resumed challenge too", async () => {
    const { token } = await challengeOf(rig, "demo", "email-user");
    expect(v.parse(Challenge, (await rig.call("resume", {}, { token })).body).trustDays).toBe(30);
  });
});

describe("a device that was trusted (R24)", () => {
  it("gets a token of 256 bits, of which the store knows the hash and a label only", async () => {
    const token = deviceOf(await trust({ headers: { "user-agent": FIREFOX } }));
    expect(token).toMatch(/^gd_[\w-]{43}$/);
    const rows = await rig.db.selectFrom("device").selectAll().execute();
    expect(rows).toEqual([expect.objectContaining({ accountId: "demo-email-user", app: "demo", scope: "demo", label: "Firefox on Windows", expiresAt: rig.ports.clock.now() + 30 * DAY })]);
    expect(JSON.stringify(rows)).not.toContain(token.slice(3));
    expect(await audited()).toContain("device_trust success");
  });

  it("is asked for the password only, and the audit says why", async () => {
    const token = deviceOf(await trust());
    rig.advance(1000);
    const session = sessionOf(await enter(token));
    expect(session.amr).toEqual(["pwd", "device"]);
    expect((await audited()).at(-1)).toBe("sign_in success trusted_device");
    expect(await rig.db.selectFrom("device").select("lastUsedAt").executeTakeFirst()).toEqual({ lastUsedAt: rig.ports.clock.now() });
  });

  it("is not trusted without being asked to be, nor by a wrong code, nor where policy leaves it off", async () => {
    const { token } = await challengeOf(rig, "demo", "email-user");
    await send(rig, token);
    await rig.call("verifyCode", { factor: "email", code: otherThan(mailedCode(rig)), trustDevice: true }, { token });
    expect((await verify(rig, token, mailedCode(rig))).body).not.toHaveProperty("deviceToken");
    expect((await trust({}, "demo-email")).body).toMatchObject({ status: "done" });
    expect(await rig.db.selectFrom("device").select("id").execute()).toEqual([]);
  });

  it("is not trusted by a login that bound its factor, whatever the body asks", async () => {
    const { token } = await challengeOf(rig, "demo", "new-user");
    await rig.call("bind", { factor: "email", target: "jane@example.com" }, { token });
    await send(rig, token, "user");
    const done = await rig.call("verifyCode", { factor: "email", code: mailedCode(rig), trustDevice: true }, { token });
    expect(done.body).toMatchObject({ status: "done" });
    expect(done.body).not.toHaveProperty("deviceToken");
  });

  it("still needs the right password", async () => {
    const token = deviceOf(await trust());
    expect(await enter(token, "demo", "email-user", "wrong")).toMatchObject({ status: 401, body: { code: "invalid_credentials" } });
  });

  it.each([[-1000, "done"], [-1, "done"], [0, "challenge"], [1000, "challenge"]])("lives 30 days to the second, used or not: %d ms after them it meets %s", async (ms, status) => {
    const token = deviceOf(await trust());
    rig.advance(15 * DAY);
    await enter(token);
    rig.advance(15 * DAY + ms);
    expect(statusOf(await enter(token))).toBe(status);
  });

  it("is worth nothing to another account and in another application (S-64)", async () => {
    await rig.db.updateTable("application").set({ numbers: '{"trustDeviceDays":30}' }).execute();
    const token = deviceOf(await trust());
    expect(statusOf(await enter(token, "demo", "all-factors"))).toBe("challenge");
    expect(statusOf(await enter(token, "demo-email"))).toBe("challenge");
    expect(statusOf(await enter(token))).toBe("done");
  });

  it.each(["gd_x", "gs_x", "in-cookie"])("is no device that says %s", async (token) => {
    await trust();
    expect(statusOf(await enter(token))).toBe("challenge");
  });

  it("opens no call with its token (S-23)", async () => {
    const token = deviceOf(await trust());
    for (const operation of ["session", "resume", "listFactors"] as const) expect((await rig.call(operation, {}, { token })).status).toBe(401);
  });

  it("does nothing for a login that has to bind", async () => {
    const token = deviceOf(await trust());
    await rig.db.updateTable("device").set({ accountId: "demo-new-user" }).execute();
    expect((await enter(token, "demo", "new-user")).body).toMatchObject({ challenge: { need: "bind" } });
  });

  it("resets no counter (R11, S-04)", async () => {
    const device = deviceOf(await trust());
    const { token } = await challengeOf(rig, "demo", "email-user");
    for (let turn = 0; turn < 5; turn += 1) await verify(rig, token, "000000");
    expect(statusOf(await enter(device))).toBe("done");
    expect(await verify(rig, token, "000000")).toMatchObject({ body: { code: "locked" } });
  });
});

describe("a device's trust ends (R24, S-64)", () => {
  const events: readonly (readonly [string, () => Promise<unknown>])[] = [
    ["the password changed", async () => {
      const { password } = await rig.db.selectFrom("account").select("password").where("id", "=", "demo-email-user").executeTakeFirstOrThrow();
      await changePassword(rig.domain, { ip: "unknown", requestId: "r", token: "" }, "demo-email-user", "another password by far");
      await rig.db.updateTable("account").set({ password }).where("id", "=", "demo-email-user").execute();
    }],
    ["the bypass was switched on", () => run(async (tx) => {
      await changeBypass(tx, "demo-email-user", true);
      await tx.updateTable("account").set({ mfaDisabled: 0 }).execute();
    })],
    ["the bypass was switched off", () => run((tx) => changeBypass(tx, "demo-email-user", false))],
    ["a factor was switched off in its scope", () => run((tx) => dropFactor(tx, "demo", "sms"))],
    ["policy switched it off", () => run((tx) => tx.updateTable("application").set({ numbers: "{}" }).where("id", "=", "demo").execute())],
    ["policy was made shorter than what it lived", async () => {
      rig.advance(DAY);
      await run((tx) => tx.updateTable("application").set({ numbers: '{"trustDeviceDays":1}' }).where("id", "=", "demo").execute());
    }],
    ["the application follows other rules now", () => run(async (tx) => {
      await tx.updateTable("globalPolicy").set({ numbers: '{"trustDeviceDays":30}' }).execute();
      await tx.updateTable("application").set({ ownRules: 0 }).where("id", "=", "demo").execute();
    })],
  ];

  it.each(events)("when %s", async (_, happen) => {
    const token = deviceOf(await trust());
    await happen();
    expect(statusOf(await enter(token))).toBe("challenge");
  });

  it("not when a factor was switched off elsewhere", async () => {
    const token = deviceOf(await trust());
    await run((tx) => dropFactor(tx, "demo-totp", "totp"));
    expect(statusOf(await enter(token))).toBe("done");
  });

  it("at the lock, for good: nothing during it, a challenge after it", async () => {
    const device = deviceOf(await trust());
    const { token } = await challengeOf(rig, "demo", "email-user");
    for (let turn = 0; turn < 6; turn += 1) await verify(rig, token, "000000");
    expect(await enter(device)).toMatchObject({ status: 423, body: { code: "locked" } });
    rig.advance(3_600_001);
    expect(statusOf(await enter(device))).toBe("challenge");
  });

  it("does nothing for an account that was locked by hand", async () => {
    const device = deviceOf(await trust());
    await rig.db.updateTable("account").set({ lockedUntil: rig.ports.clock.now() + 1000 }).where("id", "=", "demo-email-user").execute();
    expect(await enter(device)).toMatchObject({ status: 423 });
  });

  it("when the account is closed", async () => {
    const device = deviceOf(await trust());
    await rig.db.updateTable("account").set({ total: 99 }).where("id", "=", "demo-email-user").execute();
    const { token } = await challengeOf(rig, "demo", "email-user");
    await verify(rig, token, "000000");
    await rig.db.updateTable("account").set({ closedAt: null, lockedUntil: null, total: 0, failures: 0 }).execute();
    expect(statusOf(await enter(device))).toBe("challenge");
  });

  it("when a login of the account binds a factor", async () => {
    const device = deviceOf(await trust());
    await rig.db.updateTable("device").set({ accountId: "demo-new-user" }).execute();
    const { token } = await challengeOf(rig, "demo", "new-user");
    await rig.call("bind", { factor: "email", target: "jane@example.com" }, { token });
    await send(rig, token, "user");
    sessionOf(await verify(rig, token, mailedCode(rig)));
    expect(statusOf(await enter(device, "demo", "new-user"))).toBe("challenge");
  });
});

describe("a login whose device can't be stored (R24)", () => {
  it("is complete all the same, without the trust; the fault is heard and stands in the audit", async () => {
    await rig.db.schema.alterTable("device").dropColumn("label").execute();
    const done = await trust();
    expect(sessionOf(done).amr).toContain("mfa");
    expect(done.body).not.toHaveProperty("deviceToken");
    expect(rig.faults).toHaveLength(1);
    expect(await audited()).toEqual(expect.arrayContaining(["code_verify success", "device_trust failure unavailable"]));
  });
});

it("a repeated call replaces the trust whose token was lost with its answer (R12a)", async () => {
  const { token } = await challengeOf(rig, "demo", "email-user");
  await send(rig, token);
  const request = { factor: "email", code: mailedCode(rig), trustDevice: true };
  const lost = deviceOf(await rig.call("verifyCode", request, { token, key: "k1" }));
  const heard = deviceOf(await rig.call("verifyCode", request, { token, key: "k1" }));
  expect(await rig.db.selectFrom("device").select("id").execute()).toHaveLength(1);
  expect(statusOf(await enter(lost))).toBe("challenge");
  expect(statusOf(await enter(heard))).toBe("done");
});

describe("in cookie mode", () => {
  const trusted = async (of = rig) => {
    const tab = openTab(of);
    await tab.signIn("email-user", "demo");
    await tab.call("sendCode", { factor: "email", trigger: "auto" });
    const done = await tab.call("verifyCode", { factor: "email", code: mailedCode(of), trustDevice: true });
    return { tab, done };
  };

  it("the token is in an HttpOnly cookie of its own and never in an answer", async () => {
    const { tab, done } = await trusted();
    expect(done.body).not.toHaveProperty("deviceToken");
    expect(JSON.stringify(done.body)).not.toContain("gd_");
    expect(tab.set).toContainEqual(expect.stringMatching(/^guard-dev-device=gd_[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=7776000$/));
  });

  it("in production the cookie is __Host- and Secure", async () => {
    const { tab } = await trusted(await createRig(new Sqlite(":memory:"), { environment: "production" }));
    expect(tab.set).toContainEqual(expect.stringMatching(/^__Host-guard-device=gd_[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=7776000; Secure$/));
  });

  it("signs in with the password alone, also after signing out", async () => {
    const { tab } = await trusted();
    await tab.call("signOut");
    expect((await tab.signIn("email-user", "demo")).body).toMatchObject({ status: "done", session: { amr: ["pwd", "device"] } });
  });

  it("a cookie that came without the header that asks for cookies is nothing", async () => {
    const { tab } = await trusted();
    const cookie = tab.jar.get("guard-dev-device") ?? "";
    const answer = await rig.call("signIn", { app: "demo", identifier: "email-user", password: DEMO_PASSWORD }, { headers: { cookie, origin: "http://localhost" } });
    expect(statusOf(answer)).toBe("challenge");
  });
});

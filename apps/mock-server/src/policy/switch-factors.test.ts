import type { Factor } from "@guard/contract";
import Sqlite from "better-sqlite3";
import { beforeEach, describe, expect, it } from "vitest";
import { DEMO_RECOVERY_CODE } from "../development/data.ts";
import { appCode, challengeOf, recover, recoveryOf, sessionOf, signIn, verifyApp } from "../testing/login.ts";
import { createRig, readAnswer } from "../testing/rig.ts";
import type { Answer, Rig } from "../testing/rig.ts";

let rig: Rig;
beforeEach(async () => {
  rig = await createRig(new Sqlite(":memory:"), { dev: {} });
});

async function switchTo(app: string, ...factors: readonly string[]): Promise<Answer> {
  const headers = { "content-type": "application/json" };
  return readAnswer(await rig.app.fetch(new Request("http://localhost/dev/factors", { method: "POST", headers, body: JSON.stringify({ app, factors }) }), { ip: "203.0.113.7" }));
}
async function offAndOn(app = "demo-totp"): Promise<void> {
  await switchTo(app);
  await switchTo(app, "totp");
}
const bind = (who: string, scope: string, factor: Factor, target: string | null = null) =>
  rig.db.insertInto("binding").values({ id: `${who}-${scope}-${factor}`, accountId: `demo-${who}`, factor, scope, target, secret: null, boundAt: 0 }).execute();
const bound = async (who: string) => (await rig.db.selectFrom("binding").select(["factor", "scope"]).where("accountId", "=", `demo-${who}`).orderBy("scope").execute()).map(({ factor, scope }) => `${factor} ${scope}`);
const recoverable = async () => (await rig.db.selectFrom("recoveryCode").select("accountId").orderBy("accountId").execute()).map(({ accountId }) => accountId);

describe("an application switches TOTP off and on again (R16)", () => {
  it("and its users bind again: what they had bound there does not come back", async () => {
    await switchTo("demo");
    await offAndOn();
    const { token, need, factors } = await challengeOf(rig, "demo-totp", "totp-user");
    expect({ need, factors }).toEqual({ need: "bind", factors: [{ factor: "totp", bound: false }] });
    expect((await rig.call("startTotp", {}, { token })).status).toBe(200);
  });

  it("and who has an app bound in another scope proves with that one before they bind again (R8)", async () => {
    await offAndOn();
    const { token, need } = await challengeOf(rig, "demo-totp", "totp-user");
    expect(need).toBe("prove");
    expect((await verifyApp(rig, token, await appCode(rig, "totp-user"))).body).toMatchObject({ challenge: { need: "bind", factors: [{ factor: "totp", bound: false }] } });
  });

  it("and a password is enough while it is off (R2)", async () => {
    await switchTo("demo-totp");
    sessionOf(await signIn(rig, "demo-totp", "totp-user"));
  });

  it("and the recovery code stays while an authenticator app is bound in another scope, and goes with the last one", async () => {
    await switchTo("demo-totp");
    expect(await recoverable()).toEqual(["demo-all-factors", "demo-totp-user"]);
    recoveryOf(await recover(rig, (await challengeOf(rig, "demo", "totp-user")).token, DEMO_RECOVERY_CODE));
    expect(await switchTo("demo", "email", "sms")).toMatchObject({ body: { removed: 2 } });
    expect(await recoverable()).toEqual([]);
  });

  it("and nobody goes on with a challenge that asks for it", async () => {
    const { token } = await challengeOf(rig, "demo", "all-factors");
    await switchTo("demo", "email", "sms");
    expect((await verifyApp(rig, token, "123456")).body).toMatchObject({ code: "factor_unavailable" });
  });

  it("and a row that a login left behind while it was off is gone once it is on", async () => {
    await switchTo("demo-totp");
    await bind("new-user", "demo-totp", "totp");
    expect(await switchTo("demo-totp", "totp")).toMatchObject({ body: { removed: 1 } });
    expect(await bound("new-user")).toEqual([]);
  });
});

describe("switching a factor off deletes the scope's rows (R16a)", () => {
  it("and no other scope's, and no other factor's", async () => {
    await switchTo("demo-totp", "totp", "sms");
    await bind("totp-user", "demo-totp", "sms", "+8613800138000");
    expect(await switchTo("demo-totp", "sms")).toMatchObject({ status: 200, body: { removed: 2, now: rig.ports.clock.now() } });
    expect(await bound("totp-user")).toEqual(["totp demo", "sms demo-totp"]);
    expect(await bound("all-factors")).toEqual(["totp demo"]);
  });

  it("and none of a factor that stays on, in whatever order", async () => {
    expect(await switchTo("demo", "totp", "sms", "email")).toMatchObject({ body: { removed: 0 } });
    expect(await bound("totp-user")).toEqual(["totp demo", "totp demo-totp"]);
    expect(await rig.db.selectFrom("application").select("factors").where("id", "=", "demo").executeTakeFirstOrThrow()).toEqual({ factors: '["totp","sms","email"]' });
  });

  it("and the global ones where the application follows the global rules (R3)", async () => {
    await switchTo("demo-global", "totp");
    await bind("new-user", "global", "totp");
    expect(await switchTo("demo-global", "email")).toMatchObject({ body: { removed: 1 } });
    expect(await bound("new-user")).toEqual([]);
    expect(await rig.db.selectFrom("globalPolicy").select("factors").executeTakeFirstOrThrow()).toEqual({ factors: '["email"]' });
    expect(await bound("totp-user")).toHaveLength(2);
  });

  it("and never a login address, which is no row", async () => {
    await switchTo("demo-email");
    await switchTo("demo-email", "email");
    expect(await challengeOf(rig, "demo-email", "email-user")).toMatchObject({ need: "verify", factor: "email" });
  });

  it("in one transaction with the rules and its row of the audit: all of it or nothing (S-46)", async () => {
    await rig.db.schema.alterTable("audit").renameTo("gone").execute();
    expect((await switchTo("demo-totp")).status).toBe(500);
    await rig.db.schema.alterTable("gone").renameTo("audit").execute();
    expect(await bound("totp-user")).toHaveLength(2);
    expect(await challengeOf(rig, "demo-totp", "totp-user")).toMatchObject({ need: "verify" });
    await switchTo("demo-totp");
    expect(await rig.db.selectFrom("audit").select(["event", "app", "result"]).where("event", "=", "factors_switch").execute()).toEqual([{ event: "factors_switch", app: "demo-totp", result: "success" }]);
  });
});

describe("the route", () => {
  it.each([
    ["an unknown application", "nowhere", ["totp"], 404],
    ["what is no factor", "demo", ["recovery"], 422],
    ["a factor twice", "demo", ["totp", "totp"], 422],
  ])("refuses %s", async (_what, app, factors, status) => {
    expect((await switchTo(app, ...factors)).status).toBe(status);
  });

  it("does not exist in production", async () => {
    rig = await createRig(new Sqlite(":memory:"), { dev: {}, environment: "production" });
    expect((await switchTo("demo-totp")).status).toBe(404);
    expect(await bound("totp-user")).toHaveLength(2);
  });
});

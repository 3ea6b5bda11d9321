import Sqlite from "better-sqlite3";
import { beforeEach, describe, expect, it } from "vitest";
import { DEMO_PASSWORD } from "../development/data.ts";
import { challengeOf, mailedCode, send, signIn, signInFully, verify } from "../testing/login.ts";
import { createRig } from "../testing/rig.ts";
import type { Rig } from "../testing/rig.ts";
import { changePassword } from "./change-password.ts";

const OTHER = "Another-password-2026";

let rig: Rig;
beforeEach(async () => {
  rig = await createRig(new Sqlite(":memory:"));
});

const change = () => changePassword(rig.domain, { ip: "203.0.113.9", requestId: "r1", token: "" }, "demo-email-user", OTHER);

describe("after a password change (S-55)", () => {
  it("the old password is wrong and the new one right", async () => {
    await change();
    expect(await signIn(rig, "demo-email", "email-user", DEMO_PASSWORD)).toMatchObject({ status: 401, body: { code: "invalid_credentials" } });
    expect(await signIn(rig, "demo-email", "email-user", OTHER)).toMatchObject({ body: { status: "challenge" } });
  });

  it("and a password that is too common changes nothing (S-38)", async () => {
    const { token } = await signInFully(rig);
    const refused = await changePassword(rig.domain, { ip: "203.0.113.9", requestId: "r1", token: "" }, "demo-email-user", "password123");
    expect(refused).toBe("common");
    expect(await changePassword(rig.domain, { ip: "203.0.113.9", requestId: "r2", token: "" }, "demo-email-user", "email-user-2026")).toBe("names_you");
    expect(await rig.call("session", {}, { token })).toMatchObject({ status: 200 });
  });

  it("all sessions of the account are over, and nobody else's", async () => {
    const [session, other] = [await signInFully(rig), await signInFully(rig, "demo-email", "all-factors")];
    await change();
    expect(await rig.call("session", {}, { token: session.token })).toMatchObject({ status: 401 });
    expect(await rig.call("session", {}, { token: other.token })).toMatchObject({ status: 200 });
    expect(await rig.db.selectFrom("session").select("accountId").execute()).toEqual([{ accountId: "demo-all-factors" }]);
  });

  it("a login that was on its way is over, its right code included", async () => {
    const { token } = await challengeOf(rig, "demo-email", "email-user");
    await send(rig, token);
    await change();
    expect(await verify(rig, token, mailedCode(rig))).toMatchObject({ status: 401, body: { code: "challenge_expired" } });
  });

  it("a lock and both counters stand as they stood", async () => {
    const { token } = await challengeOf(rig, "demo-email", "email-user");
    for (let turn = 0; turn < 6; turn += 1) await verify(rig, token, "000000");
    const counters = () => rig.db.selectFrom("account").select(["failures", "total", "lockedUntil", "closedAt"]).where("id", "=", "demo-email-user").executeTakeFirst();
    const before = await counters();
    await change();
    expect(await counters()).toEqual(before);
    expect(await signIn(rig, "demo-email", "email-user", OTHER)).toMatchObject({ status: 423, body: { code: "locked" } });
  });

  it("the audit says so", async () => {
    await change();
    expect(await rig.db.selectFrom("audit").selectAll().execute()).toEqual([expect.objectContaining({ event: "password_change", result: "success", accountId: "demo-email-user", requestId: "r1" })]);
  });
});

import Sqlite from "better-sqlite3";
import { beforeEach, describe, expect, it } from "vitest";
import { audited, staleSession } from "../testing/centre.ts";
import { DEMO_RECOVERY_CODE } from "../development/data.ts";
import { challengeOf, mailedCode, recover, recoveryOf, send, signInFully } from "../testing/login.ts";
import { createRig } from "../testing/rig.ts";
import type { CallOptions, Rig } from "../testing/rig.ts";

let rig: Rig;
beforeEach(async () => {
  rig = await createRig(new Sqlite(":memory:"));
});

const unbind = (token: string, id: string, options: CallOptions = {}) => rig.call("unbindFactor", { id }, { token, ...options });
const idOf = async (accountId: string, scope = "demo") =>
  (await rig.db.selectFrom("binding").select("id").where("accountId", "=", accountId).where("scope", "=", scope).executeTakeFirstOrThrow()).id;
const bindings = async (accountId: string) => (await rig.db.selectFrom("binding").select("scope").where("accountId", "=", accountId).execute()).map(({ scope }) => scope);
const recoveryCodes = async () => (await rig.db.selectFrom("recoveryCode").select("accountId").orderBy("accountId").execute()).map(({ accountId }) => accountId);

const MINE = "demo-all-factors";
const OTHERS = "demo-totp-user";

describe("unbinding (R18, S-29)", () => {
  it("removes one's own binding of this application; the recovery code stays while an authenticator app is bound in another scope (R16, R16a)", async () => {
    const { token } = await signInFully(rig, "demo", "all-factors");
    expect(await unbind(token, await idOf(MINE))).toMatchObject({ status: 200, body: { now: rig.ports.clock.now() } });
    expect(await bindings(MINE)).toEqual(["demo-totp"]);
    expect(await recoveryCodes()).toEqual([MINE, OTHERS]);
    expect(await audited(rig)).toContain("factor_unbind totp success");
    recoveryOf(await recover(rig, (await challengeOf(rig, "demo-totp", "all-factors")).token, DEMO_RECOVERY_CODE));
  });

  it("removes the recovery code with the last authenticator app (R16)", async () => {
    await rig.db.deleteFrom("binding").where("accountId", "=", MINE).where("scope", "=", "demo-totp").execute();
    const { token } = await signInFully(rig, "demo", "all-factors");
    expect((await unbind(token, await idOf(MINE))).status).toBe(200);
    expect(await recoveryCodes()).toEqual([OTHERS]);
  });

  it("leaves the recovery code when another factor goes", async () => {
    const { token } = await signInFully(rig, "demo", "all-factors");
    await rig.call("bindEmail", { target: "mine@example.com" }, { token });
    await rig.call("confirmEmail", { code: mailedCode(rig) }, { token });
    const { id } = await rig.db.selectFrom("binding").select("id").where("factor", "=", "email").executeTakeFirstOrThrow();
    expect((await unbind(token, id)).status).toBe(200);
    expect(await recoveryCodes()).toEqual([MINE, OTHERS]);
  });

  it("is told to the login e-mail (S-28)", async () => {
    const { token } = await signInFully(rig, "demo", "all-factors");
    await unbind(token, await idOf(MINE));
    expect(rig.mails.at(-1)).toMatchObject({ to: "all-factors@example.com", subject: "An authenticator app was removed from your account", text: expect.stringContaining("An authenticator app") });
  });

  it("ends the trust of every device (R24)", async () => {
    const challenge = await challengeOf(rig, "demo", "all-factors");
    await send(rig, challenge.token);
    const done = await rig.call("verifyCode", { factor: "email", code: mailedCode(rig), trustDevice: true }, { token: challenge.token });
    const { token } = (done.body as { session: { token: string } }).session;
    expect(await rig.db.selectFrom("device").select("id").execute()).toHaveLength(1);
    await unbind(token, await idOf(MINE));
    expect(await rig.db.selectFrom("device").select("id").execute()).toEqual([]);
  });

  it("needs a proof at most 5 min old", async () => {
    const { token } = await staleSession(rig, "demo", "all-factors");
    expect(await unbind(token, await idOf(MINE))).toMatchObject({ status: 403, body: { code: "step_up_required" } });
    expect(await bindings(MINE)).toHaveLength(2);
    expect(await audited(rig)).toContain("factor_unbind failure step_up_required");
  });

  it("finds nothing of somebody else's, of another application's, or that was never there", async () => {
    const { token } = await signInFully(rig, "demo", "all-factors");
    for (const id of [await idOf(OTHERS), await idOf(MINE, "demo-totp"), "nothing"]) {
      expect(await unbind(token, id)).toMatchObject({ status: 404, body: { code: "not_found" } });
    }
    expect(await bindings(OTHERS)).toHaveLength(2);
    expect(await bindings(MINE)).toHaveLength(2);
  });

  it("is acknowledged again under its key, and mailed once (R12a)", async () => {
    const { token } = await signInFully(rig, "demo", "all-factors");
    const id = await idOf(MINE);
    const before = rig.mails.length;
    for (let turn = 0; turn < 2; turn += 1) expect(await unbind(token, id, { key: "k1" })).toMatchObject({ status: 200 });
    expect(rig.mails).toHaveLength(before + 1);
    expect(await unbind(token, id)).toMatchObject({ status: 404 });
  });

  it("does not happen when its row of the audit can't be written (S-46)", async () => {
    const { token } = await signInFully(rig, "demo", "all-factors");
    const id = await idOf(MINE);
    const before = rig.mails.length;
    await rig.db.schema.alterTable("audit").renameTo("gone").execute();
    expect((await unbind(token, id)).status).toBe(500);
    await rig.db.schema.alterTable("gone").renameTo("audit").execute();
    expect(await bindings(MINE)).toHaveLength(2);
    expect(rig.mails).toHaveLength(before);
  });
});

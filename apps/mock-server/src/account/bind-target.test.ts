import Sqlite from "better-sqlite3";
import { beforeEach, describe, expect, it } from "vitest";
import { createApp } from "../app.ts";
import { audited, bareSession, STALE_MS, staleSession, stepUpByPassword } from "../testing/centre.ts";
import { challengeOf, mailedCode, otherThan, send, signInFully, verify } from "../testing/login.ts";
import { createRig, readAnswer } from "../testing/rig.ts";
import type { CallOptions, Rig } from "../testing/rig.ts";

const NEW = "new-address@example.com";

let rig: Rig;
beforeEach(async () => {
  rig = await createRig(new Sqlite(":memory:"));
});

const bind = (token: string, target = NEW, options: CallOptions = {}) => rig.call("bindEmail", { target }, { token, ...options });
const confirm = (token: string, code: string, options: CallOptions = {}) => rig.call("confirmEmail", { code }, { token, ...options });
const rows = () => rig.db.selectFrom("binding").select(["factor", "scope", "target"]).where("accountId", "=", "demo-email-user").execute();

async function bindFully(token: string, target = NEW) {
  await bind(token, target);
  return confirm(token, mailedCode(rig));
}

describe("binding an address in the personal centre (R18, S-27)", () => {
  it("sends its code there, and binds nothing before that comes back", async () => {
    const { token } = await signInFully(rig, "demo");
    expect(await bind(token)).toMatchObject({ status: 200, body: { sentTo: "n•••@e•••.com" } });
    expect(rig.mails.at(-1)).toMatchObject({ to: NEW });
    expect(await rows()).toEqual([]);
  });

  it("binds in the application's scope by the right code, and codes go there from then on", async () => {
    const { token } = await signInFully(rig, "demo");
    expect(await bindFully(token)).toMatchObject({ status: 200, body: { now: rig.ports.clock.now() } });
    expect(await rows()).toEqual([{ factor: "email", scope: "demo", target: NEW }]);
    await send(rig, (await challengeOf(rig, "demo", "email-user")).token);
    expect(rig.mails.at(-1)?.to).toBe(NEW);
    expect(await audited(rig)).toContain("factor_bind email success");
  });

  it("takes the place of the older one of this scope, and of no other's", async () => {
    const { token } = await signInFully(rig, "demo");
    await bindFully(token, "first@example.com");
    await bindFully((await signInFully(rig, "demo-email")).token, "other@example.com");
    await bindFully(token, "second@example.com");
    expect(await rows()).toEqual(expect.arrayContaining([{ factor: "email", scope: "demo", target: "second@example.com" }, { factor: "email", scope: "demo-email", target: "other@example.com" }]));
    expect(await rows()).toHaveLength(2);
  });

  it("is told to the login e-mail, without a code (S-28)", async () => {
    const { token } = await signInFully(rig, "demo");
    await bindFully(token);
    expect(rig.mails.at(-1)).toMatchObject({ to: "email-user@example.com", subject: "An e-mail address was added to your account" });
    expect(rig.mails.at(-1)?.text).not.toMatch(/\d{6}/);
  });

  it("ends the trust of every device (R24)", async () => {
    const { token } = await signInFully(rig, "demo");
    const challenge = await challengeOf(rig, "demo", "email-user");
    await send(rig, challenge.token);
    await rig.call("verifyCode", { factor: "email", code: mailedCode(rig), trustDevice: true }, { token: challenge.token });
    await bindFully(token);
    expect(await rig.db.selectFrom("device").select("id").execute()).toEqual([]);
  });

  it("needs a proof at most 5 min old, to begin and to end (S-29)", async () => {
    const { token } = await staleSession(rig);
    expect(await bind(token)).toMatchObject({ status: 403, body: { code: "step_up_required" } });
    const fresh = await signInFully(rig, "demo");
    await bind(fresh.token);
    const code = mailedCode(rig);
    rig.advance(STALE_MS);
    expect(await confirm(fresh.token, code)).toMatchObject({ status: 403, body: { code: "step_up_required" } });
    expect(await rows()).toEqual([]);
    expect(await audited(rig)).toEqual(expect.arrayContaining(["code_send email failure step_up_required", "factor_bind email failure step_up_required"]));
  });

  it("is open to somebody with nothing bound after the password", async () => {
    await rig.db.updateTable("application").set({ factors: '["email"]' }).where("id", "=", "demo-open").execute();
    await rig.db.updateTable("account").set({ mfaDisabled: 1 }).where("id", "=", "demo-new-user").execute();
    const { token } = await bareSession(rig);
    await stepUpByPassword(rig, token);
    expect(await bindFully(token)).toMatchObject({ status: 200 });
    rig.advance(STALE_MS);
    expect(await stepUpByPassword(rig, token)).toMatchObject({ status: 403, body: { code: "forbidden" } });
  });

  it.each(["not an address", "ann@", "a@b@c.example"])("refuses %j as target_invalid", async (target) => {
    const { token } = await signInFully(rig, "demo");
    expect(await bind(token, target)).toMatchObject({ status: 422, body: { code: "target_invalid" } });
  });

  it("offers no factor that the application has off or the server can't run", async () => {
    const { token } = await signInFully(rig, "demo");
    const { sms: _, ...without } = rig.ports;
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
    const request = new Request("http://localhost/api/v1/account/phone", { method: "POST", headers, body: '{"target":"+8613800138009"}' });
    expect(await readAnswer(await createApp(without).fetch(request))).toMatchObject({ body: { code: "factor_unavailable" } });
    await rig.db.updateTable("application").set({ factors: '["totp"]' }).where("id", "=", "demo").execute();
    expect(await bind(token)).toMatchObject({ body: { code: "factor_unavailable" } });
  });

  it("takes no phone where the policy lets no SMS go, and sends nothing (S-33)", async () => {
    const { token } = await signInFully(rig, "demo");
    expect(await rig.call("bindPhone", { target: "+79161234567" }, { token })).toMatchObject({ status: 409, body: { code: "target_unavailable" } });
    expect(rig.texts).toEqual([]);
    // It is not even remembered as the one to bind.
    expect((await rig.call("confirmPhone", { code: "123456" }, { token })).body).toMatchObject({ code: "conflict" });
  });

  it("waits 60 s for another code to the same address, and once for one key (R9, S-31)", async () => {
    const { token } = await signInFully(rig, "demo");
    const before = rig.mails.length;
    for (let turn = 0; turn < 2; turn += 1) expect(await bind(token, NEW, { key: "k1" })).toMatchObject({ status: 200 });
    expect(await bind(token)).toMatchObject({ status: 429, body: { code: "resend_too_soon", resendAt: rig.ports.clock.now() + 60_000 } });
    rig.advance(60_000);
    expect((await bind(token)).status).toBe(200);
    expect(rig.mails).toHaveLength(before + 2);
  });

  it("keeps one recipient from being flooded (S-33)", async () => {
    await rig.db.updateTable("application").set({ numbers: '{"codesPerRecipientHour":3}' }).execute();
    const { token } = await signInFully(rig, "demo");
    for (let turn = 0; turn < 3; turn += 1) {
      expect((await bind(token)).status).toBe(200);
      rig.advance(60_000);
    }
    expect(await bind(token)).toMatchObject({ status: 429, body: { code: "recipient_limit" } });
  });
});

describe("the code of a binding", () => {
  it("is counted when wrong, together with everything else (R11, S-03)", async () => {
    const { token } = await signInFully(rig, "demo");
    await bind(token);
    const right = mailedCode(rig);
    const wrong = otherThan(right);
    for (let left = 5; left > 0; left -= 1) expect(await confirm(token, wrong)).toMatchObject({ body: { code: "code_invalid", attemptsLeft: left } });
    expect(await confirm(token, wrong)).toMatchObject({ status: 423, body: { code: "locked" } });
    expect(await confirm(token, right)).toMatchObject({ status: 423 });
    expect(await rows()).toEqual([]);
  });

  it("that is right clears no counter: it is no login (R11)", async () => {
    const { token } = await signInFully(rig, "demo");
    await bind(token);
    for (let turn = 0; turn < 4; turn += 1) await confirm(token, otherThan(mailedCode(rig)));
    expect(await confirm(token, mailedCode(rig))).toMatchObject({ status: 200 });
    expect(await rig.db.selectFrom("account").select(["failures", "total"]).where("id", "=", "demo-email-user").executeTakeFirst()).toEqual({ failures: 4, total: 4 });
  });

  it("is worth nothing for another address, for a login's binding, or in another session's hand (S-11, S-27)", async () => {
    const { token } = await signInFully(rig, "demo");
    await bind(token, "first@example.com");
    const first = mailedCode(rig);
    await bind(token, "second@example.com");
    expect(await confirm(token, first)).toMatchObject({ body: { code: "code_invalid" } });
    const other = await signInFully(rig, "demo");
    expect(await confirm(other.token, mailedCode(rig))).toMatchObject({ status: 409, body: { code: "conflict" } });
  });

  it("is asked for by nobody who entered no address: nothing is counted", async () => {
    const { token } = await signInFully(rig, "demo");
    expect(await confirm(token, "123456")).toMatchObject({ status: 409, body: { code: "conflict" } });
    expect(await rig.db.selectFrom("account").select("failures").where("id", "=", "demo-email-user").executeTakeFirst()).toEqual({ failures: 0 });
  });

  it("binds once, and is acknowledged again under its key (R12a)", async () => {
    const { token } = await signInFully(rig, "demo");
    await bind(token);
    const code = mailedCode(rig);
    for (let turn = 0; turn < 3; turn += 1) expect(await confirm(token, code, { key: "k1" })).toMatchObject({ status: 200 });
    expect(await rows()).toHaveLength(1);
    expect(await confirm(token, code)).toMatchObject({ status: 409 });
  });

  it("binds one address, however many bring it at once", async () => {
    const { token } = await signInFully(rig, "demo");
    await bind(token);
    const answers = await Promise.all(Array.from({ length: 20 }, () => confirm(token, mailedCode(rig))));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await rows()).toHaveLength(1);
  });

  it("does not sign anybody in", async () => {
    const { token } = await signInFully(rig, "demo");
    await bind(token);
    const challenge = await challengeOf(rig, "demo", "email-user");
    expect(await verify(rig, challenge.token, mailedCode(rig))).toMatchObject({ body: { code: "code_invalid" } });
  });
});

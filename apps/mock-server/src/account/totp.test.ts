import { FreshRecoveryCode, TotpEnrolment } from "@guard/contract";
import Sqlite from "better-sqlite3";
import { TOTP } from "otpauth/slim";
import { beforeEach, describe, expect, it } from "vitest";
import * as v from "valibot";
import { audited, STALE_MS } from "../testing/centre.ts";
import { appCode, challengeOf, countersOf, mailedCode, otherThan, recover, send, sessionOf, signInFully, verifyApp } from "../testing/login.ts";
import { createRig } from "../testing/rig.ts";
import type { Answer, CallOptions, Rig } from "../testing/rig.ts";

const STEP = 30_000;

let rig: Rig;
let token: string;
beforeEach(async () => {
  rig = await createRig(new Sqlite(":memory:"));
  token = (await signInFully(rig, "demo")).token;
});

const enrol = (options: CallOptions = {}) => rig.call("enrolTotp", {}, { token, ...options });
const confirm = (code: string, options: CallOptions = {}) => rig.call("confirmAccountTotp", { code }, { token, ...options });
const renew = (options: CallOptions = {}) => rig.call("renewRecoveryCode", {}, { token, ...options });
/** What a phone would show that was handed this secret. */
const shown = (answer: Answer) => new TOTP({ secret: v.parse(TotpEnrolment, answer.body).secret }).generate({ timestamp: rig.ports.clock.now() });
const recoveryOf = (answer: Answer) => v.parse(FreshRecoveryCode, answer.body).recoveryCode;
const bound = () => rig.db.selectFrom("binding").select(["factor", "scope"]).where("accountId", "=", "demo-email-user").execute();
const bind = async () => confirm(shown(await enrol()));
const opens = async (code: string) => (await recover(rig, (await challengeOf(rig, "demo", "email-user")).token, code)).body["status"] === "done";

describe("an authenticator app in the personal centre (R14, R18)", () => {
  it("is bound by its first code, which answers the recovery code", async () => {
    const answer = await bind();
    expect(recoveryOf(answer)).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){4}[0-9A-HJKMNP-TV-Z]{5}$/);
    expect(await bound()).toEqual([{ factor: "totp", scope: "demo" }]);
    expect(await opens(recoveryOf(answer))).toBe(true);
    expect(await audited(rig)).toEqual(expect.arrayContaining(["factor_enrol totp success", "factor_bind totp success"]));
  });

  it("signs in from then on, but not with the code that bound it (S-17)", async () => {
    const code = shown(await enrol());
    await confirm(code);
    const challenge = await challengeOf(rig, "demo", "email-user");
    expect(await verifyApp(rig, challenge.token, code)).toMatchObject({ body: { code: "code_invalid" } });
    rig.advance(STEP);
    sessionOf(await verifyApp(rig, challenge.token, await appCode(rig, "email-user")));
  });

  it("steps up, once a step (R18, S-16)", async () => {
    await bind();
    rig.advance(STALE_MS);
    const code = await appCode(rig, "email-user");
    expect(await rig.call("stepUp", { factor: "totp", code }, { token })).toMatchObject({ status: 200 });
    expect(await rig.call("stepUp", { factor: "totp", code }, { token })).toMatchObject({ body: { code: "code_invalid" } });
    expect((await rig.call("listFactors", {}, { token })).body).toMatchObject({ stepUpBy: ["email", "totp"], recoveryCodeAt: rig.ports.clock.now() - STALE_MS });
  });

  it("takes the place of the older one of this scope", async () => {
    await bind();
    const [first] = await rig.db.selectFrom("binding").select("id").where("accountId", "=", "demo-email-user").execute();
    await bind();
    expect(await bound()).toHaveLength(1);
    expect(await rig.db.selectFrom("binding").select("id").where("accountId", "=", "demo-email-user").execute()).not.toEqual([first]);
  });

  it("is told to the login e-mail, and ends the trust of every device (S-28, R24)", async () => {
    const challenge = await challengeOf(rig, "demo", "email-user");
    await send(rig, challenge.token);
    await rig.call("verifyCode", { factor: "email", code: mailedCode(rig), trustDevice: true }, { token: challenge.token });
    await bind();
    expect(rig.mails.at(-1)).toMatchObject({ to: "email-user@example.com", subject: "An authenticator app was added to your account" });
    expect(await rig.db.selectFrom("device").select("id").execute()).toEqual([]);
  });

  it("needs a proof at most 5 min old, to begin and to end (S-29)", async () => {
    const code = shown(await enrol());
    rig.advance(STALE_MS);
    expect(await enrol()).toMatchObject({ status: 403, body: { code: "step_up_required" } });
    expect(await confirm(code)).toMatchObject({ status: 403, body: { code: "step_up_required" } });
    expect(await bound()).toEqual([]);
  });

  it("is not bound where the application asks for none, and not while the account is locked", async () => {
    await rig.db.updateTable("account").set({ lockedUntil: rig.ports.clock.now() + 1000 }).where("id", "=", "demo-email-user").execute();
    expect(await enrol()).toMatchObject({ status: 423, body: { code: "locked" } });
    await rig.db.updateTable("account").set({ lockedUntil: null }).execute();
    token = (await signInFully(rig, "demo-email")).token;
    expect(await enrol()).toMatchObject({ body: { code: "factor_unavailable" } });
  });

  it("counts as nothing before its first code, and its secret is worth nothing once it was begun again (S-19)", async () => {
    const older = shown(await enrol());
    expect((await rig.call("listFactors", {}, { token })).body).toMatchObject({ bindable: ["sms", "totp"] });
    expect(await confirm(older === shown(await enrol()) ? "000000" : older)).toMatchObject({ body: { code: "code_invalid" } });
  });

  it("dies after 10 wrong codes, which lock nothing (R11)", async () => {
    const wrong = otherThan(shown(await enrol()));
    for (let left = 9; left > 0; left -= 1) expect(await confirm(wrong)).toMatchObject({ body: { code: "code_invalid", attemptsLeft: left } });
    expect(await confirm(wrong)).toMatchObject({ status: 409, body: { code: "conflict" } });
    expect(await confirm(wrong)).toMatchObject({ status: 409 });
    expect(await countersOf(rig, "email-user")).toMatchObject({ failures: 0, total: 0 });
  });

  it("belongs to the session it was begun in", async () => {
    const code = shown(await enrol());
    const other = await signInFully(rig, "demo");
    expect(await confirm(code, { token: other.token })).toMatchObject({ status: 409, body: { code: "conflict" } });
  });

  it("is begun once for one key, and a wrong code counts once (R12a)", async () => {
    expect((await enrol({ key: "k1" })).body["secret"]).toBe((await enrol({ key: "k1" })).body["secret"]);
    for (let turn = 0; turn < 3; turn += 1) expect(await confirm("000000", { key: "k2" })).toMatchObject({ body: { attemptsLeft: 9 } });
  });

  it("is bound once for one key; the recovery code that was lost with its answer is replaced (R12a)", async () => {
    const code = shown(await enrol());
    const [lost, heard] = [recoveryOf(await confirm(code, { key: "k1" })), recoveryOf(await confirm(code, { key: "k1" }))];
    expect(await bound()).toHaveLength(1);
    expect(await opens(lost)).toBe(false);
    expect(await opens(heard)).toBe(true);
  });

  it("is bound once, however many bring its code at once", async () => {
    const code = shown(await enrol());
    const answers = await Promise.all(Array.from({ length: 8 }, () => confirm(code)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await bound()).toHaveLength(1);
  });

  it("takes the recovery code along when it is unbound (R16)", async () => {
    const code = recoveryOf(await bind());
    const { id } = await rig.db.selectFrom("binding").select("id").where("accountId", "=", "demo-email-user").executeTakeFirstOrThrow();
    expect(await rig.call("unbindFactor", { id }, { token })).toMatchObject({ status: 200 });
    expect(await opens(code)).toBe(false);
  });
});

describe("a new recovery code (R15, R18, S-20)", () => {
  it("opens, and the old one does not any more", async () => {
    const old = recoveryOf(await bind());
    const fresh = recoveryOf(await renew());
    expect(await opens(old)).toBe(false);
    expect(await opens(fresh)).toBe(true);
    expect(await audited(rig)).toContain("recovery_renew success");
  });

  it("is told to the login e-mail, without the code (S-28)", async () => {
    await bind();
    const fresh = recoveryOf(await renew());
    expect(rig.mails.at(-1)).toMatchObject({ to: "email-user@example.com", subject: "Your account has a new recovery code" });
    expect(rig.mails.at(-1)?.text).not.toContain(fresh);
  });

  it("needs a proof at most 5 min old", async () => {
    await bind();
    rig.advance(STALE_MS);
    expect(await renew()).toMatchObject({ status: 403, body: { code: "step_up_required" } });
  });

  it("is made where an app is bound and the first one is gone", async () => {
    await bind();
    await rig.db.deleteFrom("recoveryCode").execute();
    expect(await opens(recoveryOf(await renew()))).toBe(true);
  });

  it("is for those who have an authenticator app", async () => {
    expect(await renew()).toMatchObject({ body: { code: "factor_unavailable" } });
  });

  it("is replaced when its answer was lost, and mailed once (R12a)", async () => {
    await bind();
    const before = rig.mails.length;
    const [lost, heard] = [recoveryOf(await renew({ key: "k1" })), recoveryOf(await renew({ key: "k1" }))];
    expect(rig.mails).toHaveLength(before + 1);
    expect(await opens(lost)).toBe(false);
    expect(await opens(heard)).toBe(true);
  });
});

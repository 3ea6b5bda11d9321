import { readdirSync } from "node:fs";
import Sqlite from "better-sqlite3";
import { TOTP } from "otpauth/slim";
import { beforeEach, describe, expect, it } from "vitest";
import type { Account } from "../store/schema.ts";
import { challengeOf, mailedCode, otherThan, send, sessionOf, verify } from "../testing/login.ts";
import { createRig } from "../testing/rig.ts";
import type { Rig } from "../testing/rig.ts";
import { accountClosed } from "./account-closed.ts";
import { accountLocked } from "./account-locked.ts";
import { bypassChanged } from "./bypass-changed.ts";
import { factorBound } from "./factor-bound.ts";
import { factorUnbound } from "./factor-unbound.ts";
import { composeNotice } from "./mail.ts";
import { manyFailures } from "./many-failures.ts";
import { noticeFor } from "./notice.ts";
import { recoveryRenewed } from "./recovery-renewed.ts";
import { recoveryUsed } from "./recovery-used.ts";

const nasty = "<b>X</b>\r\nBcc: all@example.com";
const every = [
  accountLocked(nasty), accountClosed(nasty), manyFailures(nasty, 50, 50), factorBound(nasty, "totp"), factorUnbound(nasty, "email"),
  recoveryUsed(nasty), recoveryRenewed(nasty), bypassChanged(true), bypassChanged(false),
];

describe("the text of a notice (S-28)", () => {
  it("is there for every notice", () => {
    const files = readdirSync(import.meta.dirname).filter((file) => !/^(mail|notice|notices\.test|post|factor-names)/.test(file));
    // The bypass has two texts in its file.
    expect(every).toHaveLength(files.length + 1);
  });

  it.each(every)("$subject: says what to do, holds no code and lets no name out of its place", (words) => {
    const mail = composeNotice({ to: "jane@example.com", ...words });
    expect(mail.text).toMatch(/If (it wasn't you|you don't know why)/);
    expect(mail.subject).not.toMatch(/[\r\n]/);
    expect(mail.text).not.toMatch(/^Bcc/m);
    expect(mail.html).not.toContain("<b>");
    expect(mail.text).not.toMatch(/\d{6}/);
  });

  it("goes to the verified login e-mail, else to nobody", () => {
    const account = { email: "jane@example.com", emailVerified: 1 } as Account;
    expect(noticeFor(account, bypassChanged(true))).toMatchObject([{ to: "jane@example.com" }]);
    expect(noticeFor({ ...account, emailVerified: 0 }, bypassChanged(true))).toEqual([]);
    expect(noticeFor({ ...account, email: null }, bypassChanged(true))).toEqual([]);
  });
});

describe("a notice is posted", () => {
  let rig: Rig;
  let token: string;
  const settle = () => new Promise((resolve) => setTimeout(resolve));
  const subjects = () => rig.mails.map(({ subject }) => subject).filter((subject) => !subject.includes("code to") && !subject.includes("sign-in code"));
  beforeEach(async () => {
    rig = await createRig(new Sqlite(":memory:"));
    token = (await challengeOf(rig, "demo-email", "email-user")).token;
    await send(rig, token);
  });

  it("at the lock, once, and not for the tries before and after it", async () => {
    const code = otherThan(mailedCode(rig));
    for (let turn = 0; turn < 8; turn += 1) await verify(rig, token, code);
    await settle();
    expect(subjects()).toEqual(["Your account is locked for a while"]);
  });

  it("at no lock that a right code lifts again", async () => {
    const code = mailedCode(rig);
    for (let turn = 0; turn < 5; turn += 1) await verify(rig, token, otherThan(code));
    sessionOf(await verify(rig, token, code));
    await settle();
    expect(subjects()).toEqual([]);
  });

  it("at a bind, to the login e-mail and not to what was bound", async () => {
    await rig.db.updateTable("account").set({ email: "owner@example.com", emailVerified: 1 }).where("username", "=", "new-user").execute();
    const prove = await challengeOf(rig, "demo-totp", "new-user");
    await send(rig, prove.token);
    const proven = await verify(rig, prove.token, mailedCode(rig));
    const bind = (proven.body as { challenge: { token: string } }).challenge.token;
    const { secret } = (await rig.call("startTotp", {}, { token: bind })).body;
    await rig.call("confirmTotp", { code: new TOTP({ secret: String(secret) }).generate({ timestamp: rig.ports.clock.now() }) }, { token: bind });
    await settle();
    expect(rig.mails.at(-1)).toMatchObject({ to: "owner@example.com", subject: "An authenticator app was added to your account" });
    expect(JSON.stringify(rig.mails)).not.toContain(secret);
  });

  it("after the answer, and a provider that is down or never answers changes nothing (S-28)", async () => {
    const slow = await createRig(new Sqlite(":memory:"), { ports: { mailer: { send: (mail) => (mail.subject.includes("locked") ? new Promise(() => {}) : rig.ports.mailer.send(mail)) } } });
    const challenge = (await challengeOf(slow, "demo-email", "email-user")).token;
    await send(slow, challenge);
    for (let turn = 0; turn < 5; turn += 1) await verify(slow, challenge, otherThan(mailedCode(rig)));
    expect((await verify(slow, challenge, otherThan(mailedCode(rig)))).body).toMatchObject({ code: "locked" });
  });

  it("not for what was rolled back", async () => {
    const code = otherThan(mailedCode(rig));
    for (let turn = 0; turn < 5; turn += 1) await verify(rig, token, code);
    await rig.db.schema.alterTable("audit").renameTo("gone").execute();
    expect((await verify(rig, token, code)).status).toBe(500);
    await settle();
    expect(subjects()).toEqual([]);
  });
});

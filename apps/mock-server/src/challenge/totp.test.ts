import Sqlite from "better-sqlite3";
import { TOTP } from "otpauth/slim";
import { beforeEach, describe, expect, it } from "vitest";
import { appCode, challengeOf, countersOf, otherThan, recover, recoveryOf, sessionOf, verifyApp } from "../testing/login.ts";
import { createRig } from "../testing/rig.ts";
import type { Rig } from "../testing/rig.ts";

const STEP = 30_000;
let rig: Rig;
let token: string;
beforeEach(async () => {
  rig = await createRig(new Sqlite(":memory:"));
  token = await open();
});

const open = async (app = "demo-totp") => (await challengeOf(rig, app, "new-user")).token;
const start = (challenge = token, key?: string) => rig.call("startTotp", {}, { token: challenge, ...(key === undefined ? {} : { key }) });
const confirm = (code: string, challenge = token, key?: string) => rig.call("confirmTotp", { code }, { token: challenge, ...(key === undefined ? {} : { key }) });
/** What a phone would show that was handed this secret. */
const shown = (secret: unknown) => new TOTP({ secret: String(secret) }).generate({ timestamp: rig.ports.clock.now() });
const startAndShow = async (challenge = token) => shown((await start(challenge)).body["secret"]);
const bound = () => rig.db.selectFrom("binding").select(["factor", "scope", "target"]).where("accountId", "=", "demo-new-user").execute();
const sessionWorks = async (session: string) => (await rig.call("session", {}, { token: session })).status === 200;

describe("binding an authenticator app in a login (R14)", () => {
  it("hands out a secret of 160 bits, as text and as an address whose issuer is the application", async () => {
    const { body } = await start();
    expect(body["secret"]).toMatch(/^[A-Z2-7]{32}$/);
    const uri = new URL(String(body["otpauthUri"]));
    expect(uri.searchParams.get("issuer")).toBe("Guard Demo (authenticator)");
    expect(uri.searchParams.get("secret")).toBe(body["secret"]);
    expect(body["expiresAt"]).toBe(rig.ports.clock.now() + 600_000);
  });

  it("is done by its first code, which answers the session and the recovery code at once", async () => {
    const answer = await confirm(await startAndShow());
    expect(sessionOf(answer)).toMatchObject({ amr: ["pwd", "otp", "mfa"], user: { username: "new-user" } });
    expect(recoveryOf(answer)).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){4}[0-9A-HJKMNP-TV-Z]{5}$/);
    expect(await bound()).toEqual([{ factor: "totp", scope: "demo-totp", target: null }]);
  });

  it("and its recovery code signs in", async () => {
    const code = recoveryOf(await confirm(await startAndShow()));
    sessionOf(await recover(rig, await open(), code.toLowerCase().replaceAll("-", " ")));
  });

  it("leaves a code that can't be the next login's (S-17)", async () => {
    const code = await startAndShow();
    sessionOf(await confirm(code));
    expect((await verifyApp(rig, await open(), code)).body).toMatchObject({ code: "code_invalid" });
    rig.advance(STEP);
    sessionOf(await verifyApp(rig, await open(), await appCode(rig, "new-user")));
  });

  it("burns its challenge, and nothing tells the secret again (S-19)", async () => {
    const { secret } = (await start()).body;
    const session = sessionOf(await confirm(shown(secret)));
    for (const answer of [await start(), await confirm(shown(secret)), await rig.call("resume", {}, { token })]) expect(answer).toMatchObject({ status: 401 });
    expect(JSON.stringify((await rig.call("session", {}, { token: session.token })).body)).not.toContain(String(secret));
    expect((await start(await open())).body).toMatchObject({ code: "bind_not_allowed" });
  });

  it("is offered where e-mail can be bound too, as another tab", async () => {
    expect(await challengeOf(rig, "demo", "new-user")).toMatchObject({ need: "bind", factors: [{ factor: "email", bound: false }, { factor: "sms", bound: false }, { factor: "totp", bound: false }] });
  });

  it("is refused where the application has it off", async () => {
    expect((await start(await open("demo-email"))).body).toMatchObject({ code: "factor_unavailable" });
  });

  it("is not done by the call that verifies: nothing is compared and nothing counted", async () => {
    const code = await startAndShow();
    expect((await verifyApp(rig, token, code)).body).toMatchObject({ code: "conflict" });
    expect(await countersOf(rig, "new-user")).toMatchObject({ failures: 0 });
  });
});

describe("an enrolment that is not confirmed (S-19, bypass 39, 43)", () => {
  it("counts as nothing: the next login binds as if it had not been", async () => {
    await start();
    expect(await challengeOf(rig, "demo-totp", "new-user")).toMatchObject({ need: "bind", factors: [{ factor: "totp", bound: false }] });
    expect(await bound()).toEqual([]);
    expect(await rig.db.selectFrom("recoveryCode").select("accountId").where("accountId", "=", "demo-new-user").execute()).toEqual([]);
  });

  it.each([[599_000, 200], [600_000, 409]])("%d ms old is answered %d", async (ms, status) => {
    const { secret } = (await start()).body;
    rig.advance(ms);
    expect((await confirm(shown(secret))).status).toBe(status);
  });

  it("counts its own wrong codes and locks nobody; the tenth is its end (R11)", async () => {
    const { secret } = (await start()).body;
    const answers = [];
    for (let turn = 0; turn < 10; turn += 1) answers.push((await confirm(otherThan(shown(secret)))).body);
    expect(answers.map(({ attemptsLeft }) => attemptsLeft)).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1, undefined]);
    expect(answers.at(-1)).toMatchObject({ code: "conflict" });
    expect((await confirm(shown(secret))).body).toMatchObject({ code: "conflict" });
    expect(await countersOf(rig, "new-user")).toEqual({ failures: 0, total: 0, lockedUntil: null, closedAt: null });
    sessionOf(await confirm(await startAndShow()));
  });

  it("of 40 wrong codes at once compares ten", async () => {
    const wrong = otherThan(await startAndShow());
    const answers = await Promise.all(Array.from({ length: 40 }, () => confirm(wrong)));
    expect(answers.filter(({ body }) => body["code"] === "code_invalid").length).toBeLessThanOrEqual(9);
    expect(answers.filter(({ body }) => body["code"] === "conflict").length).toBeGreaterThanOrEqual(31);
  });

  it("takes no right code that comes as the eleventh, however many come at once", async () => {
    const right = await startAndShow();
    const codes = [...Array.from({ length: 10 }, () => otherThan(right)), right, right];
    const answers = await Promise.all(codes.map((code) => confirm(code)));
    expect(answers.slice(-2).map(({ body }) => body["code"])).toEqual(["conflict", "conflict"]);
    expect(await bound()).toEqual([]);
  });

  it("takes its key from no client: one that is handed in is neither used nor shown (bypass 31)", async () => {
    const handed = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
    for (const input of [{ secret: handed }, { key: handed, factor: "totp", authenticator: { secret: handed } }]) {
      const { status, body } = await rig.call("startTotp", input, { token });
      expect([status, JSON.stringify(body).includes(handed)]).toEqual([200, false]);
    }
    expect((await confirm(shown(handed))).body).toMatchObject({ code: "code_invalid" });
  });

  it("started again is another secret, and the older one is worth nothing", async () => {
    const [older, newer] = [await startAndShow(), await startAndShow()];
    expect((await confirm(older)).body).toMatchObject({ code: "code_invalid" });
    sessionOf(await confirm(newer));
  });

  it("started again by the same call, because its answer was lost, is the same secret (R12a)", async () => {
    const [first, again, other] = [await start(token, "k1"), await start(token, "k1"), await start(token, "k2")];
    expect(again.body["secret"]).toBe(first.body["secret"]);
    expect(other.body["secret"]).not.toBe(first.body["secret"]);
  });

  it("started 20 times at once by one call is one secret", async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => start(token, "k1")));
    expect(new Set(answers.map(({ body }) => body["secret"])).size).toBe(1);
  });
});

describe("a confirmation (R12a)", () => {
  it("whose answer was lost is answered again, with another session and another recovery code", async () => {
    const code = await startAndShow();
    const [lost, again] = [await confirm(code, token, "k"), await confirm(code, token, "k")];
    expect(await sessionWorks(sessionOf(lost).token)).toBe(false);
    expect(await sessionWorks(sessionOf(again).token)).toBe(true);
    expect((await recover(rig, await open(), recoveryOf(lost))).body).toMatchObject({ code: "code_invalid" });
    sessionOf(await recover(rig, await open(), recoveryOf(again)));
  });

  it("that was wrong counts once", async () => {
    const wrong = otherThan(await startAndShow());
    for (let turn = 0; turn < 3; turn += 1) expect((await confirm(wrong, token, "k")).body).toMatchObject({ attemptsLeft: 9 });
  });

  it("20 times at once binds once and leaves one session", async () => {
    const code = await startAndShow();
    const answers = await Promise.all(Array.from({ length: 20 }, (_, at) => confirm(code, token, `k${at}`)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await bound()).toHaveLength(1);
    expect(rig.faults).toEqual([]);
  });

  it("in two logins at once binds one of them (S-26)", async () => {
    const second = await open();
    const codes = [await startAndShow(token), await startAndShow(second)];
    const answers = await Promise.all([confirm(codes[0] ?? "", token), confirm(codes[1] ?? "", second)]);
    // Whichever comes first.
    expect(new Set(answers.map(({ body }) => body["code"] ?? body["status"]))).toEqual(new Set(["done", "bind_not_allowed"]));
    expect(await bound()).toHaveLength(1);
  });

  it("does not pass the lock", async () => {
    const code = await startAndShow();
    await rig.db.updateTable("account").set({ failures: 6, lockedUntil: rig.ports.clock.now() + 1000 }).where("username", "=", "new-user").execute();
    expect((await confirm(code)).body).toMatchObject({ code: "locked" });
  });
});

describe("the session that came with a recovery code (R14)", () => {
  it.each([[899_000, true], [900_000, false]])("that nobody used for %d ms works: %s; the authenticator app stays bound", async (ms, works) => {
    const { token: session } = sessionOf(await confirm(await startAndShow()));
    rig.advance(ms);
    expect(await sessionWorks(session)).toBe(works);
    expect(await bound()).toHaveLength(1);
  });

  it("that was used once lives as long as any other", async () => {
    const { token: session, expiresAt } = sessionOf(await confirm(await startAndShow()));
    expect(await sessionWorks(session)).toBe(true);
    rig.advance(expiresAt - rig.ports.clock.now() - 1);
    expect(await sessionWorks(session)).toBe(true);
    rig.advance(1);
    expect(await sessionWorks(session)).toBe(false);
  });
});

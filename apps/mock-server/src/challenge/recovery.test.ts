import Sqlite from "better-sqlite3";
import { beforeEach, describe, expect, it } from "vitest";
import { DEMO_RECOVERY_CODE } from "../development/data.ts";
import { appCode, challengeOf, countersOf, otherThan, recover, recoveryOf, sessionOf, signIn, verifyApp } from "../testing/login.ts";
import { createRig } from "../testing/rig.ts";
import type { Rig } from "../testing/rig.ts";

const WRONG = "00000-00000-00000-00000-00000";
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
let rig: Rig;
let token: string;
beforeEach(async () => {
  rig = await createRig(new Sqlite(":memory:"));
  token = await open();
});

const open = async (who = "totp-user", app = "demo-totp") => (await challengeOf(rig, app, who)).token;
const settle = () => new Promise((resolve) => setTimeout(resolve));

describe("the recovery code (R15, S-20)", () => {
  it("signs in once, and a new one comes with the session", async () => {
    const answer = await recover(rig, token, DEMO_RECOVERY_CODE);
    expect(sessionOf(answer).amr).toEqual(["pwd", "mfa"]);
    const fresh = recoveryOf(answer);
    expect((await recover(rig, await open(), DEMO_RECOVERY_CODE)).body).toMatchObject({ code: "code_invalid" });
    expect(recoveryOf(await recover(rig, await open(), fresh))).not.toBe(fresh);
  });

  it("is taken as a person types it: any case, spaces, no dashes, I for 1", async () => {
    const fresh = recoveryOf(await recover(rig, token, ` ${DEMO_RECOVERY_CODE.toLowerCase().replaceAll("-", "  ")}`));
    sessionOf(await recover(rig, await open(), fresh.replaceAll("1", "i").replaceAll("0", "o")));
  });

  it("50 times at once opens one session", async () => {
    const tokens = [token, await open(), await open()];
    const answers = await Promise.all(Array.from({ length: 50 }, (_, at) => recover(rig, tokens[at % 3] ?? "", DEMO_RECOVERY_CODE)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await rig.db.selectFrom("session").select("id").execute()).toHaveLength(1);
    expect(rig.faults).toEqual([]);
  });

  it("whose answer was lost is answered again with a session and a code that work (R12a)", async () => {
    const [lost, again] = [await recover(rig, token, DEMO_RECOVERY_CODE, { key: "k" }), await recover(rig, token, DEMO_RECOVERY_CODE, { key: "k" })];
    expect((await rig.call("session", {}, { token: sessionOf(lost).token })).status).toBe(401);
    sessionOf(await recover(rig, await open(), recoveryOf(again)));
  });

  it("is one more of the six when it is wrong, by turns with the authenticator app (S-21, bypass 30)", async () => {
    const wrong = otherThan(await appCode(rig, "totp-user"));
    const answers = [];
    for (let turn = 0; turn < 3; turn += 1) answers.push(await recover(rig, token, WRONG), await verifyApp(rig, token, wrong));
    expect(answers.map(({ body }) => body["attemptsLeft"])).toEqual([5, 4, 3, 2, 1, undefined]);
    expect((await recover(rig, token, DEMO_RECOVERY_CODE)).body).toMatchObject({ code: "locked" });
  });

  it("of no possible shape counts too, so that nobody probes for free", async () => {
    expect((await recover(rig, token, "x")).body).toMatchObject({ code: "code_invalid", attemptsLeft: 5 });
  });

  it("clears the count when it is right", async () => {
    for (let turn = 0; turn < 5; turn += 1) await recover(rig, token, WRONG);
    sessionOf(await recover(rig, token, DEMO_RECOVERY_CODE));
    expect(await countersOf(rig, "totp-user")).toMatchObject({ failures: 0, total: 0 });
  });

  it("is not taken from an account that has none, nor where a factor is only being bound, and counts nothing there", async () => {
    for (const [who, app] of [["email-user", "demo-email"], ["new-user", "demo-totp"]] as const) {
      expect((await recover(rig, await open(who, app), DEMO_RECOVERY_CODE)).body).toMatchObject({ code: "factor_unavailable" });
      expect(await countersOf(rig, who)).toMatchObject({ failures: 0 });
    }
  });

  it("is told of in the challenge, which only the right password opens: who has none is offered none (R13)", async () => {
    expect(await challengeOf(rig, "demo-totp", "totp-user")).toMatchObject({ recoverable: true });
    await rig.db.deleteFrom("recoveryCode").execute();
    expect(await challengeOf(rig, "demo-totp", "totp-user")).toMatchObject({ recoverable: false });
    expect((await rig.call("resume", {}, { token })).body).toMatchObject({ recoverable: false });
    expect((await signIn(rig, "demo-totp", "totp-user", "wrong")).body).not.toHaveProperty("recoverable");
  });

  it("mails the owner, without any code (S-28)", async () => {
    const answer = await recover(rig, await open("all-factors"), DEMO_RECOVERY_CODE);
    await settle();
    expect(rig.mails.map(({ to, subject }) => [to, subject])).toEqual([["all-factors@example.com", "Your recovery code was used"]]);
    for (const code of [DEMO_RECOVERY_CODE, recoveryOf(answer)]) expect(JSON.stringify(rig.mails)).not.toContain(code);
  });
});

describe("a closed account (R11b)", () => {
  const close = (username = "totp-user") => rig.db.updateTable("account").set({ closedAt: 1, total: 100, failures: 4 }).where("username", "=", username).execute();
  beforeEach(async () => {
    await close();
  });

  it("answers the right password with a challenge whose only factor is the recovery code, a wrong one as ever", async () => {
    for (const app of ["demo-totp", "demo", "demo-email", "demo-open"]) {
      expect(await challengeOf(rig, app, "totp-user")).toMatchObject({ need: "verify", factor: "recovery", factors: [{ factor: "recovery", bound: true }] });
    }
    expect(await signIn(rig, "demo", "totp-user", "wrong")).toMatchObject({ status: 401, body: { code: "invalid_credentials" } });
  });

  it("says closed where there is no recovery code", async () => {
    await close("email-user");
    expect(await signIn(rig, "demo-email", "email-user")).toMatchObject({ status: 403, body: { code: "closed" } });
  });

  it("takes no other code in it, and an older challenge stays closed", async () => {
    const right = await appCode(rig, "totp-user");
    expect((await verifyApp(rig, await open(), right)).body).toMatchObject({ code: "factor_unavailable" });
    expect((await verifyApp(rig, token, right)).body).toMatchObject({ code: "closed" });
    expect((await recover(rig, token, DEMO_RECOVERY_CODE)).body).toMatchObject({ code: "closed" });
  });

  it("has five tries a day, over all challenges, which skip the total and never lock", async () => {
    const answers = [];
    for (let turn = 0; turn < 6; turn += 1) answers.push(await recover(rig, await open(), WRONG));
    expect(answers.map(({ body }) => body["attemptsLeft"])).toEqual([4, 3, 2, 1, undefined, undefined]);
    const retryAt = rig.ports.clock.now() + DAY;
    for (const answer of answers.slice(4)) expect(answer).toMatchObject({ status: 429, body: { code: "rate_limited", retryAt } });
    expect(await countersOf(rig, "totp-user")).toEqual({ failures: 4, total: 100, lockedUntil: null, closedAt: 1 });
    expect((await recover(rig, await open(), DEMO_RECOVERY_CODE)).body).toMatchObject({ code: "rate_limited" });
    rig.advance(DAY - 1);
    expect((await recover(rig, await open(), DEMO_RECOVERY_CODE)).body).toMatchObject({ code: "rate_limited" });
    rig.advance(1);
    sessionOf(await recover(rig, await open(), DEMO_RECOVERY_CODE));
  });

  it("of 40 wrong ones at once compares five", async () => {
    const tokens = [await open(), await open(), await open()];
    const answers = await Promise.all(Array.from({ length: 40 }, (_, at) => recover(rig, tokens[at % 3] ?? "", WRONG)));
    expect(answers.filter(({ body }) => body["code"] === "code_invalid")).toHaveLength(4);
    expect(answers.filter(({ body }) => body["code"] === "rate_limited")).toHaveLength(36);
  });

  it("is open again after the right one: all three counters are cleared", async () => {
    await recover(rig, await open(), WRONG);
    const answer = await recover(rig, await open(), DEMO_RECOVERY_CODE);
    sessionOf(answer);
    expect(recoveryOf(answer)).toMatch(/^.{29}$/);
    expect(await countersOf(rig, "totp-user")).toEqual({ failures: 0, total: 0, lockedUntil: null, closedAt: null });
    sessionOf(await verifyApp(rig, await open(), await appCode(rig, "totp-user")));
  });

  it("counts a wrong one once for one call (R12a)", async () => {
    const challenge = await open();
    for (let turn = 0; turn < 3; turn += 1) expect((await recover(rig, challenge, WRONG, { key: "k" })).body).toMatchObject({ attemptsLeft: 4 });
  });
});

describe("half the way to closing (R11b, S-08)", () => {
  it("the owner is mailed and an admin event is raised at the 50th, once; the account closes at the 100th", async () => {
    const subjects = () => rig.mails.map(({ subject }) => subject).filter((subject) => !subject.includes("locked"));
    const tryWrong = async (times: number) => {
      for (let turn = 0; turn < times; turn += 1) {
        const answer = await recover(rig, await open("all-factors"), WRONG);
        if (answer.body["code"] === "locked") rig.advance(HOUR + 1);
      }
      await settle();
    };
    await tryWrong(49);
    expect(subjects()).toEqual([]);
    await tryWrong(1);
    expect(subjects()).toEqual(["Many wrong codes were tried at your account"]);
    await tryWrong(50);
    expect(subjects()).toEqual(["Many wrong codes were tried at your account", "Your account takes no codes any more"]);
    expect(await rig.db.selectFrom("adminEvent").select(["kind", "accountId"]).execute()).toEqual([{ kind: "many_failures", accountId: "demo-all-factors" }]);
    expect(await countersOf(rig, "all-factors")).toMatchObject({ total: 100 });
    sessionOf(await recover(rig, await open("all-factors"), DEMO_RECOVERY_CODE));
  });
});

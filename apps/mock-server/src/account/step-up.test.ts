import { SteppedUp } from "@guard/contract";
import Sqlite from "better-sqlite3";
import { beforeEach, describe, expect, it } from "vitest";
import * as v from "valibot";
import { DEMO_PASSWORD } from "../development/data.ts";
import { audited, bareSession, sendStepUp, staleSession, stepUp, stepUpByPassword, stepUpFully } from "../testing/centre.ts";
import { challengeOf, mailedCode, otherThan, send, sessionOf, signInFully, verify } from "../testing/login.ts";
import { createRig } from "../testing/rig.ts";
import type { Answer, Rig } from "../testing/rig.ts";

let rig: Rig;
beforeEach(async () => {
  rig = await createRig(new Sqlite(":memory:"));
});

const account = () => rig.db.selectFrom("account").select(["failures", "total", "lockedUntil", "closedAt"]).where("id", "=", "demo-email-user").executeTakeFirstOrThrow();
const untilOf = (answer: Answer): number => v.parse(SteppedUp, answer.body).steppedUpUntil;

/** A change that needs a proof and finds nothing to change. */
const changes = (token: string) => rig.call("unbindFactor", { id: "nothing" }, { token });

describe("a proof in the personal centre (R18, S-29)", () => {
  it("is a fresh login with a second factor, for 5 min to the second", async () => {
    const { token } = await signInFully(rig, "demo");
    rig.advance(300_000);
    expect(await changes(token)).toMatchObject({ body: { code: "not_found" } });
    rig.advance(1000);
    expect(await changes(token)).toMatchObject({ status: 403, body: { code: "step_up_required" } });
  });

  it("is a code of a bound factor, for 5 min from then", async () => {
    const { token } = await staleSession(rig);
    const steppedUp = await stepUpFully(rig, token);
    expect(untilOf(steppedUp)).toBe(rig.ports.clock.now() + 300_000);
    rig.advance(300_000);
    expect(await changes(token)).toMatchObject({ body: { code: "not_found" } });
    rig.advance(1);
    expect(await changes(token)).toMatchObject({ body: { code: "step_up_required" } });
    expect(await audited(rig)).toContain("step_up email success");
  });

  it("is not a login through a trusted device (R24)", async () => {
    const { token } = await challengeOf(rig, "demo", "email-user");
    await send(rig, token);
    const { deviceToken } = (await rig.call("verifyCode", { factor: "email", code: mailedCode(rig), trustDevice: true }, { token })).body;
    const session = sessionOf(await rig.call("signIn", { app: "demo", identifier: "email-user", password: DEMO_PASSWORD, deviceToken }));
    expect(await changes(session.token)).toMatchObject({ body: { code: "step_up_required" } });
  });

  it("is not a login with the password alone", async () => {
    expect(await changes((await bareSession(rig, "email-user")).token)).toMatchObject({ body: { code: "step_up_required" } });
  });

  it("belongs to its session and to no other of the account", async () => {
    const stale = await staleSession(rig);
    await signInFully(rig, "demo");
    expect(await changes(stale.token)).toMatchObject({ body: { code: "step_up_required" } });
  });
});

describe("the code of a step-up (S-11)", () => {
  it("goes to the bound address, and says what it is for", async () => {
    const { token } = await staleSession(rig);
    expect(await sendStepUp(rig, token)).toMatchObject({ status: 200, body: { sentTo: "e•••@e•••.com", resendAt: rig.ports.clock.now() + 60_000 } });
    expect(rig.mails.at(-1)).toMatchObject({ to: "email-user@example.com", subject: "Confirm a change to your Guard Demo account" });
  });

  it("is none for a login, nor the other way round", async () => {
    const session = await staleSession(rig);
    const { token } = await challengeOf(rig, "demo", "email-user");
    await sendStepUp(rig, session.token);
    expect(await verify(rig, token, mailedCode(rig))).toMatchObject({ body: { code: "code_invalid" } });
    rig.advance(60_000);
    await send(rig, token);
    expect(await stepUp(rig, session.token, mailedCode(rig))).toMatchObject({ body: { code: "code_invalid" } });
  });

  it("works once", async () => {
    const { token } = await staleSession(rig);
    await stepUpFully(rig, token);
    expect(await stepUp(rig, token, mailedCode(rig))).toMatchObject({ body: { code: "code_invalid" } });
  });

  it("waits 60 s for the next one by hand, is not sent twice by itself, and once for one key (R9, R9a, S-31)", async () => {
    const { token } = await staleSession(rig);
    const before = rig.mails.length;
    await Promise.all(Array.from({ length: 10 }, () => sendStepUp(rig, token)));
    expect(await sendStepUp(rig, token, "user")).toMatchObject({ status: 429, body: { code: "resend_too_soon" } });
    rig.advance(60_000);
    for (let turn = 0; turn < 2; turn += 1) expect(await sendStepUp(rig, token, "user", { key: "k1" })).toMatchObject({ status: 200 });
    expect(rig.mails).toHaveLength(before + 2);
  });

  it("is not sent for a factor that is not bound, and not while the account is locked", async () => {
    const { token } = await bareSession(rig);
    expect(await sendStepUp(rig, token)).toMatchObject({ body: { code: "factor_unavailable" } });
    const bound = await staleSession(rig);
    for (let turn = 0; turn < 6; turn += 1) await stepUp(rig, bound.token, "000000");
    expect(await sendStepUp(rig, bound.token)).toMatchObject({ status: 423, body: { code: "locked" } });
    expect(await audited(rig)).toContain("code_send email failure locked");
  });

  it("takes from the address's budget like every other (R10, S-32)", async () => {
    await rig.db.updateTable("application").set({ numbers: '{"codesPerAddressHour":5}' }).execute();
    const { token } = await staleSession(rig);
    for (let turn = 0; turn < 4; turn += 1) {
      expect((await sendStepUp(rig, token, "user")).status).toBe(200);
      rig.advance(60_000);
    }
    expect(await sendStepUp(rig, token, "user")).toMatchObject({ status: 429, body: { code: "ip_code_limit" } });
  });
});

describe("a wrong code of a step-up (R11, S-03)", () => {
  it("is told how many are left, and the sixth locks: logins too, while sessions stay (S-06)", async () => {
    const { token } = await staleSession(rig);
    await sendStepUp(rig, token);
    const right = mailedCode(rig);
    const wrong = otherThan(right);
    for (let left = 5; left > 0; left -= 1) expect(await stepUp(rig, token, wrong)).toMatchObject({ status: 422, body: { code: "code_invalid", attemptsLeft: left } });
    expect(await stepUp(rig, token, wrong)).toMatchObject({ status: 423, body: { code: "locked" } });
    expect(await stepUp(rig, token, right)).toMatchObject({ status: 423 });
    expect(await rig.call("session", {}, { token })).toMatchObject({ status: 200 });
    expect(await audited(rig)).toEqual(expect.arrayContaining(["account_lock email success", "step_up email failure locked"]));
  });

  it("shares its count with the logins, and a right one clears none of it (S-04)", async () => {
    const session = await staleSession(rig);
    const { token } = await challengeOf(rig, "demo", "email-user");
    for (let turn = 0; turn < 5; turn += 1) await verify(rig, token, "000000");
    expect(await stepUpFully(rig, session.token)).toMatchObject({ status: 200 });
    expect(await account()).toMatchObject({ failures: 5, total: 5, lockedUntil: null });
    expect(await verify(rig, token, "000000")).toMatchObject({ body: { code: "locked" } });
  });

  it("steps nobody up", async () => {
    const { token } = await staleSession(rig);
    await stepUp(rig, token, "000000");
    expect(await changes(token)).toMatchObject({ body: { code: "step_up_required" } });
  });

  it("is counted once for one key, and hears the same (R12a)", async () => {
    const { token } = await staleSession(rig);
    for (let turn = 0; turn < 3; turn += 1) expect(await stepUp(rig, token, "000000", { key: "k1" })).toMatchObject({ body: { attemptsLeft: 5 } });
  });
});

it("a right code under the same key gives the same proof and no fresher one (R12a)", async () => {
  const { token } = await staleSession(rig);
  await sendStepUp(rig, token);
  const first = untilOf(await stepUp(rig, token, mailedCode(rig), { key: "k1" }));
  rig.advance(30_000);
  expect(untilOf(await stepUp(rig, token, mailedCode(rig), { key: "k1" }))).toBe(first);
});

describe("the password as a proof (R18)", () => {
  it("is enough where nothing is bound", async () => {
    const { token } = await bareSession(rig);
    expect(untilOf(await stepUpByPassword(rig, token))).toBe(rig.ports.clock.now() + 300_000);
    expect(await changes(token)).toMatchObject({ body: { code: "not_found" } });
    expect(await audited(rig)).toContain("step_up success");
  });

  it.each(["email-user", "totp-user"])("is not where something is bound, in whatever application: %s", async (identifier) => {
    const { token } = await bareSession(rig, identifier);
    expect(await stepUpByPassword(rig, token)).toMatchObject({ status: 403, body: { code: "forbidden" } });
    expect(rig.verified).toHaveLength(1);
  });

  it("that is wrong is refused, and never counts towards the lock", async () => {
    const { token } = await bareSession(rig);
    expect(await stepUpByPassword(rig, token, "wrong")).toMatchObject({ status: 401, body: { code: "invalid_credentials" } });
    expect(await rig.db.selectFrom("account").select(["failures", "total"]).where("id", "=", "demo-new-user").executeTakeFirst()).toEqual({ failures: 0, total: 0 });
    expect(await changes(token)).toMatchObject({ body: { code: "step_up_required" } });
  });

  it("is guessed no faster than at the sign-in (S-07)", async () => {
    const { token } = await bareSession(rig);
    const answers = await Promise.all(Array.from({ length: 20 }, () => stepUpByPassword(rig, token, "wrong")));
    expect(answers.filter(({ body }) => body["code"] === "rate_limited").length).toBeGreaterThanOrEqual(15);
  });

  it("gets its verdict again under its key (R12a)", async () => {
    const { token } = await bareSession(rig);
    for (let turn = 0; turn < 3; turn += 1) expect(await stepUpByPassword(rig, token, "wrong", { key: "k1" })).toMatchObject({ status: 401 });
    const first = untilOf(await stepUpByPassword(rig, token, DEMO_PASSWORD, { key: "k2" }));
    rig.advance(1000);
    expect(untilOf(await stepUpByPassword(rig, token, DEMO_PASSWORD, { key: "k2" }))).toBe(first);
    expect(rig.verified).toHaveLength(3);
  });
});

it("nobody steps up with a session that is over", async () => {
  const { token } = await signInFully(rig, "demo");
  await rig.call("signOut", {}, { token });
  for (const answer of [await stepUp(rig, token, "000000"), await stepUpByPassword(rig, token), await sendStepUp(rig, token)]) expect(answer).toMatchObject({ status: 401, body: { code: "unauthorized" } });
});

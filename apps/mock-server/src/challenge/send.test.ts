import Sqlite from "better-sqlite3";
import { beforeEach, describe, expect, it } from "vitest";
import type { Handover } from "../ports.ts";
import { challengeOf, mailedCode, send, sessionOf, signInFully, verify } from "../testing/login.ts";
import { createRig } from "../testing/rig.ts";
import type { Rig } from "../testing/rig.ts";

let rig: Rig;
let token: string;
beforeEach(async () => {
  rig = await createRig(new Sqlite(":memory:"));
  token = (await challengeOf(rig, "demo-email", "email-user")).token;
});

describe("a code that is sent", () => {
  it("goes to the bound address, and the answer says where, masked, and until when", async () => {
    const now = rig.ports.clock.now();
    expect(await send(rig, token)).toMatchObject({ status: 200, body: { sentTo: "e•••@e•••.com", resendAt: now + 60_000, expiresAt: now + 600_000, now } });
    expect(rig.mails.map(({ to }) => to)).toEqual(["email-user@example.com"]);
  });

  it("stands in no answer, neither of this call nor of any other of the login (bypass 21)", async () => {
    const answers = [await send(rig, token), await send(rig, token), await rig.call("resume", {}, { token }), await send(rig, token, "user")];
    const code = mailedCode(rig);
    answers.push(await verify(rig, token, code));
    for (const { body, headers } of answers) expect(JSON.stringify([body, [...headers]])).not.toContain(code);
  });

  it("goes nowhere for a factor that is not offered", async () => {
    expect(await rig.call("sendCode", { factor: "sms", trigger: "auto" }, { token })).toMatchObject({ status: 409, body: { code: "factor_unavailable" } });
  });
});

describe("the wait between two codes (R9, R9a)", () => {
  it("answers an automatic send with the code on its way and sends nothing", async () => {
    const first = await send(rig, token);
    rig.advance(59_000);
    const second = await send(rig, token);
    expect(second.body).toEqual({ ...first.body, now: rig.ports.clock.now() });
    expect(rig.mails).toHaveLength(1);
  });

  it("refuses a person who asks again, saying when it ends", async () => {
    const { body } = await send(rig, token, "user");
    rig.advance(20_500);
    const refused = await send(rig, token, "user");
    expect(refused).toMatchObject({ status: 429, body: { code: "resend_too_soon", resendAt: body["resendAt"] } });
    expect(refused.headers.get("retry-after")).toBe("40");
    expect(rig.mails).toHaveLength(1);
  });

  it.each([[59_999, 429], [60_000, 200]])("%d ms after the first code a second one is answered %d", async (ms, status) => {
    await send(rig, token);
    rig.advance(ms);
    expect((await send(rig, token, "user")).status).toBe(status);
  });

  it("is one for all challenges of the account: a second tab, or Back and a second sign-in, sends nothing", async () => {
    await send(rig, token);
    const again = await challengeOf(rig, "demo-email", "email-user");
    expect(again.factors[0]).toMatchObject({ sentTo: "e•••@e•••.com", resendAt: rig.ports.clock.now() + 60_000 });
    expect((await send(rig, again.token)).status).toBe(200);
    expect(rig.mails).toHaveLength(1);
    sessionOf(await verify(rig, again.token, mailedCode(rig)));
  });

  it("is one for all applications, which share no code", async () => {
    await send(rig, token);
    const other = await challengeOf(rig, "demo-global", "email-user");
    expect(other.factors[0]).not.toHaveProperty("sentTo");
    expect(await send(rig, other.token)).toMatchObject({ status: 429, body: { code: "resend_too_soon" } });
    rig.advance(60_000);
    expect((await send(rig, other.token)).status).toBe(200);
  });

  it("ends when its code is used: the next login's code is no resend", async () => {
    await signInFully(rig);
    const next = await challengeOf(rig, "demo-email", "email-user");
    expect(next.factors[0]).not.toHaveProperty("sentTo");
    await send(rig, next.token);
    expect(rig.mails).toHaveLength(2);
  });

  it("does not end with a wrong code", async () => {
    await send(rig, token);
    await verify(rig, token, "000000");
    expect((await send(rig, token, "user")).status).toBe(429);
  });
});

describe("many sends at once", () => {
  it.each([1, 3])("30 over %d challenges are one mail (S-31)", async (challenges) => {
    const tokens = [token];
    while (tokens.length < challenges) tokens.push((await challengeOf(rig, "demo-email", "email-user")).token);
    const answers = await Promise.all(Array.from({ length: 30 }, (_, at) => send(rig, tokens[at % tokens.length] ?? token)));
    expect(rig.mails).toHaveLength(1);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map(({ body }) => body["expiresAt"])).size).toBe(1);
  });

  it("of persons are one mail and refusals", async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, () => send(rig, token, "user")));
    expect(rig.mails).toHaveLength(1);
    expect(answers.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1);
  });

  it("hear of the same refusal when the provider takes its time", async () => {
    const mailer = { send: () => new Promise<Handover>((resolve) => setTimeout(() => resolve("refused"), 50)) };
    const slow = await createRig(new Sqlite(":memory:"), { ports: { mailer } });
    const { token: waiting } = await challengeOf(slow, "demo-email", "email-user");
    const answers = await Promise.all(Array.from({ length: 5 }, () => send(slow, waiting)));
    expect(answers.map(({ body }) => body["code"])).toEqual(Array.from({ length: 5 }, () => "delivery_failed"));
  });
});

describe("a resend", () => {
  it("kills the older code, which then counts as wrong (R6, S-12)", async () => {
    await send(rig, token);
    const older = mailedCode(rig);
    rig.advance(60_000);
    await send(rig, token, "user");
    expect((await verify(rig, token, older)).body).toMatchObject({ code: "code_invalid", attemptsLeft: 5 });
    sessionOf(await verify(rig, token, mailedCode(rig)));
  });
});

describe("what the provider says (R6a)", () => {
  it("refused: the answer says so, no wait starts and the older code lives on", async () => {
    await send(rig, token);
    const older = mailedCode(rig);
    rig.advance(61_000);
    rig.handovers.push("refused");
    expect(await send(rig, token, "user")).toMatchObject({ status: 502, body: { code: "delivery_failed" } });
    expect(await rig.db.selectFrom("code").select("live").execute()).toEqual([{ live: 1 }]);
    sessionOf(await verify(rig, token, older));
  });

  it("refused: the next try is not made to wait", async () => {
    rig.handovers.push("refused");
    await send(rig, token);
    expect((await send(rig, token, "user")).status).toBe(200);
  });

  it.each<Handover>(["handed-over", "unknown"])("%s: the new code lives and the older one is dead", async (handover) => {
    await send(rig, token);
    const older = mailedCode(rig);
    rig.advance(61_000);
    rig.handovers.push(handover);
    expect((await send(rig, token, "user")).status).toBe(200);
    expect((await verify(rig, token, older)).body).toMatchObject({ code: "code_invalid" });
    sessionOf(await verify(rig, token, mailedCode(rig)));
  });

  it("is waited for with no transaction open", async () => {
    let reached = false;
    const slow = await createRig(new Sqlite(":memory:"), {
      ports: {
        mailer: {
          send: async () => {
            // Would wait for ever if the sender held the only connection.
            await slow.db.selectFrom("account").select("id").execute();
            reached = true;
            return "handed-over";
          },
        },
      },
    });
    await send(slow, (await challengeOf(slow, "demo-email", "email-user")).token);
    expect(reached).toBe(true);
  });
});

describe("the same call again (R12a)", () => {
  it("is the same answer and no second mail, even when a person asked", async () => {
    const first = await send(rig, token, "user", { key: "k1" });
    rig.advance(30_000);
    const again = await send(rig, token, "user", { key: "k1" });
    expect(again.body).toEqual({ ...first.body, now: rig.ports.clock.now() });
    expect(rig.mails).toHaveLength(1);
  });

  it("at the same time is one mail", async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(rig, token, "user", { key: "k1" })));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200));
    expect(rig.mails).toHaveLength(1);
  });

  it("hears of the same refusal", async () => {
    rig.handovers.push("refused");
    await send(rig, token, "user", { key: "k1" });
    expect((await send(rig, token, "user", { key: "k1" })).body).toMatchObject({ code: "delivery_failed" });
    expect((await send(rig, token, "user", { key: "k2" })).status).toBe(200);
  });
});

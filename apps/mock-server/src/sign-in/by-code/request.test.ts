import Sqlite from "better-sqlite3";
import { beforeEach, describe, expect, it } from "vitest";
import type { Handover, Sms } from "../../ports.ts";
import { askSignInCode, challengeOf, mailedCode, makeKnown, send, sessionOf, signInFully, textedCode, verifySignInCode } from "../../testing/login.ts";
import { createRig } from "../../testing/rig.ts";
import type { Rig } from "../../testing/rig.ts";

const HOUR = 3_600_000;
const KNOWN = "email-user@example.com";
const UNKNOWN = "nobody-here@example.com";

let rig: Rig;
beforeEach(async () => {
  rig = await createRig(new Sqlite(":memory:"));
});

const plain = (app = "demo") => rig.db.updateTable("application").set({ numbers: "{}", officeRanges: "[]" }).where("id", "=", app).execute();
const shapeOf = ({ status, body }: Awaited<ReturnType<typeof askSignInCode>>) => ({ status, ...body, sentTo: typeof body["sentTo"] });

describe("a code to sign in with (R2a)", () => {
  it.each([KNOWN, " Email-User@Example.COM "])("goes to the verified login e-mail, named as %j", async (identifier) => {
    const now = rig.ports.clock.now();
    expect(await askSignInCode(rig, identifier)).toMatchObject({ status: 200, body: { sentTo: "e•••@e•••.com", resendAt: now + 60_000, expiresAt: now + 600_000, now } });
    expect(rig.mails).toMatchObject([{ to: KNOWN, subject: "Your Guard Demo sign-in code" }]);
  });

  it("goes to the verified login phone", async () => {
    expect((await askSignInCode(rig, "0086 138 0013 8000")).body).toMatchObject({ sentTo: "+86 •••••••• 00" });
    expect(rig.texts).toMatchObject([{ to: "+8613800138000", code: expect.stringMatching(/^\d{6}$/) }]);
  });

  it("goes nowhere where the application did not switch the method on", async () => {
    for (const call of ["requestSignInCode", "verifySignInCode"] as const) {
      expect(await rig.call(call, { app: "demo-email", identifier: KNOWN, ...(call === "verifySignInCode" && { code: "123456" }) })).toMatchObject({ status: 403, body: { code: "forbidden" } });
      expect(await rig.call(call, { app: "nowhere", identifier: KNOWN, ...(call === "verifySignInCode" && { code: "123456" }) })).toMatchObject({ status: 404 });
    }
    expect(rig.mails).toEqual([]);
  });

  it.each([["email-user", "target_invalid"], ["+18763734253", "target_unavailable"], ["jane@example", "target_invalid"]])("takes no %s: %s", async (identifier, code) => {
    expect((await askSignInCode(rig, identifier)).body).toMatchObject({ code });
  });

  it("is asked for again after 60 s, and the older one dies when the new one was handed over (R9, S-12)", async () => {
    const { body } = await askSignInCode(rig, KNOWN);
    rig.advance(59_999);
    expect(await askSignInCode(rig, KNOWN)).toMatchObject({ status: 429, body: { code: "resend_too_soon", resendAt: body["resendAt"] } });
    rig.advance(1);
    const older = mailedCode(rig);
    expect((await askSignInCode(rig, KNOWN)).status).toBe(200);
    expect((await verifySignInCode(rig, KNOWN, older)).body).toMatchObject({ code: "code_invalid", attemptsLeft: 4 });
    sessionOf(await verifySignInCode(rig, KNOWN, mailedCode(rig)));
  });

  it.each([KNOWN, UNKNOWN])("asked for by itself while one waits at %s, answers its deadlines and sends nothing (R9a, S-35)", async (identifier) => {
    const { body } = await askSignInCode(rig, identifier);
    const mails = rig.mails.length;
    rig.advance(59_999);
    expect(await rig.call("requestSignInCode", { app: "demo", identifier, trigger: "auto" })).toMatchObject({ status: 200, body: { ...body, now: rig.ports.clock.now() } });
    expect(await rig.call("requestSignInCode", { app: "demo", identifier, trigger: "user" })).toMatchObject({ status: 429 });
    expect(rig.mails).toHaveLength(mails);
    rig.advance(1);
    expect((await rig.call("requestSignInCode", { app: "demo", identifier, trigger: "auto" })).body["resendAt"]).toBe(rig.ports.clock.now() + 60_000);
  });

  it("is one mail, whoever asks how often at once (S-31)", async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, () => askSignInCode(rig, KNOWN)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(rig.mails).toHaveLength(1);
  });

  it("is answered the same again for the same call, with no second mail (R12a)", async () => {
    const first = await askSignInCode(rig, KNOWN, { key: "k1" });
    rig.advance(5_000);
    expect((await askSignInCode(rig, KNOWN, { key: "k1" })).body).toEqual({ ...first.body, now: rig.ports.clock.now() });
    expect(rig.mails).toHaveLength(1);
  });

  it("makes the second factor's next code to the same address wait (R9)", async () => {
    await signInFully(rig);
    await askSignInCode(rig, KNOWN);
    const { token } = await challengeOf(rig, "demo-email", "email-user");
    expect((await send(rig, token)).body).toMatchObject({ code: "resend_too_soon" });
  });
});

describe("what the provider says comes too late for the answer (R6a, S-35)", () => {
  it.each<Handover>(["refused", "unknown", "handed-over"])("%s is answered alike", async (handover) => {
    rig.handovers.push(handover);
    expect(shapeOf(await askSignInCode(rig, KNOWN))).toEqual(shapeOf(await askSignInCode(rig, UNKNOWN)));
  });

  it("a refusal lets the older code live on, and stands in the audit", async () => {
    await askSignInCode(rig, KNOWN);
    const older = mailedCode(rig);
    rig.advance(60_000);
    rig.handovers.push("refused");
    await askSignInCode(rig, KNOWN);
    expect(await rig.db.selectFrom("audit").select(["event", "result", "reason"]).orderBy("at", "desc").limit(1).execute()).toEqual([{ event: "code_send", result: "failure", reason: "delivery_failed" }]);
    sessionOf(await verifySignInCode(rig, KNOWN, older));
  });

  it("an answer waits for no provider, and the code can be typed before the provider said anything", async () => {
    const sent: Sms[] = [];
    let settle: (handover: Handover) => void = () => {};
    const sms = { send: (message: Sms) => new Promise<Handover>((resolve) => { sent.push(message); settle = resolve; }) };
    const slow = await createRig(new Sqlite(":memory:"), { ports: { sms } });
    expect((await slow.call("requestSignInCode", { app: "demo", identifier: "+8613800138000" })).status).toBe(200);
    sessionOf(await verifySignInCode(slow, "+8613800138000", sent[0]?.code ?? ""));
    settle("handed-over");
    await slow.app.idle();
    expect((await verifySignInCode(slow, "+8613800138000", sent[0]?.code ?? "")).body).toMatchObject({ code: "code_invalid" });
    expect(slow.faults).toEqual([]);
  });
});

describe("nobody learns who has an account (S-35)", () => {
  const twins = async (known: string, unknown: string, options = {}) => [shapeOf(await askSignInCode(rig, known, options)), shapeOf(await askSignInCode(rig, unknown, options))] as const;

  it.each([
    ["an e-mail", KNOWN, UNKNOWN],
    ["a phone", "+8613800138000", "+8613900139000"],
  ])("%s: asked for, too soon, past the day and after it", async (_what, known, unknown) => {
    await plain();
    const seen = [];
    for (let turn = 0; turn < 12; turn += 1) {
      const [ofKnown, ofUnknown] = await twins(known, unknown, { ip: "198.51.100.7" });
      expect(ofUnknown).toEqual(ofKnown);
      const [soonKnown, soonUnknown] = await twins(known, unknown, { ip: "198.51.100.7" });
      expect(soonUnknown).toEqual(soonKnown);
      seen.push(ofKnown.status, soonKnown.status);
      rig.advance(60_000);
    }
    expect(seen.filter((status) => status === 200)).toHaveLength(10);
    expect([...rig.mails, ...rig.texts]).toHaveLength(5);
    rig.advance(24 * HOUR);
    expect(await twins(known, unknown)).toMatchObject([{ status: 200 }, { status: 200 }]);
  });

  it("the mask is of what was typed", async () => {
    expect((await askSignInCode(rig, "Zoe@Mail.example.org")).body).toMatchObject({ sentTo: "z•••@m•••.org" });
    expect((await askSignInCode(rig, "+8613900139077")).body).toMatchObject({ sentTo: "+86 •••••••• 77" });
    expect([...rig.mails, ...rig.texts]).toEqual([]);
  });

  it("an address that somebody claims and never proved is nobody's", async () => {
    await rig.db.updateTable("account").set({ emailVerified: 0 }).where("id", "=", "demo-email-user").execute();
    expect((await askSignInCode(rig, KNOWN)).status).toBe(200);
    expect(rig.mails).toEqual([]);
  });

  it("wrong codes and codes that were never asked for are refused alike", async () => {
    const codes: unknown[][] = [];
    for (const identifier of [KNOWN, UNKNOWN]) {
      const before = await verifySignInCode(rig, identifier, "123456");
      await askSignInCode(rig, identifier);
      const tries = [];
      for (let turn = 0; turn < 7; turn += 1) tries.push((await verifySignInCode(rig, identifier, "000000")).body);
      codes.push([before.body, ...tries]);
    }
    expect(codes[1]).toEqual(codes[0]);
  });

  it("the limit per address counts both (R10, S-32)", async () => {
    await plain();
    for (let turn = 0; turn < 60; turn += 1) expect((await askSignInCode(rig, `nobody-${turn}@example.com`)).status).toBe(200);
    expect([shapeOf(await askSignInCode(rig, KNOWN)), shapeOf(await askSignInCode(rig, UNKNOWN))]).toMatchObject([{ code: "ip_code_limit" }, { code: "ip_code_limit" }]);
  });

  it("a spent SMS budget refuses both, and only what went out spends it (S-33)", async () => {
    await rig.db.updateTable("application").set({ numbers: JSON.stringify({ smsPerDay: 1 }) }).where("id", "=", "demo").execute();
    expect((await askSignInCode(rig, "+8613900139000")).status).toBe(200);
    expect((await askSignInCode(rig, "+8613800138000")).status).toBe(200);
    expect(shapeOf(await askSignInCode(rig, "+8613800138001"))).toEqual(shapeOf(await askSignInCode(rig, "+8613900139001")));
    expect(rig.texts).toHaveLength(1);
  });

  it("what was typed by somebody unknown is kept as a MAC in its row", async () => {
    await askSignInCode(rig, UNKNOWN);
    expect(JSON.stringify(await rig.db.selectFrom("signInCode").selectAll().execute())).not.toContain("nobody");
    expect(JSON.stringify(await rig.db.selectFrom("audit").selectAll().execute())).not.toContain("nobody");
  });
});

describe("ten codes a day an account (R2a)", () => {
  it("are counted over its e-mail and its phone; the eleventh goes to nobody, no answer tells, and the tenth lives on", async () => {
    await plain();
    const [email, phone] = ["all-factors@example.com", "+8613800138001"];
    for (let turn = 0; turn < 9; turn += 1) await makeKnown(rig, "all-factors", `198.51.100.${turn}`);
    await makeKnown(rig, "all-factors");
    for (let turn = 0; turn < 9; turn += 1) {
      await askSignInCode(rig, email, { ip: `198.51.100.${turn}` });
      rig.advance(60_000);
    }
    for (let turn = 0; turn < 2; turn += 1) {
      expect((await askSignInCode(rig, phone)).status).toBe(200);
      rig.advance(60_000);
    }
    expect([rig.mails.length, rig.texts.length]).toEqual([9, 1]);
    sessionOf(await verifySignInCode(rig, phone, textedCode(rig)));
  });
});

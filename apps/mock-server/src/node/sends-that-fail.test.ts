import Sqlite from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { challengeOf, otherThan, send, sessionOf, verify } from "../testing/login.ts";
import { createRig } from "../testing/rig.ts";
import type { Answer, Rig } from "../testing/rig.ts";
import { createMailer } from "./mailer.ts";
import { putPeople } from "./testing/people.ts";
import { openScriptedSmtp, willing, type ScriptedSmtp, type SmtpScript } from "./testing/scripted-smtp.ts";

// A whole login over a real SMTP server that misbehaves (R6a). The deadline is 300 ms here and 5 s in life.
const DEADLINE_MS = 300;

let smtp: ScriptedSmtp;
let rig: Rig;
let token: string;
beforeEach(async () => {
  smtp = await openScriptedSmtp();
  rig = await createRig(new Sqlite(":memory:"), { ports: { mailer: createMailer({ smtpUrl: smtp.smtpUrl, from: "Guard <no-reply@guard.example>", deadlineMs: DEADLINE_MS }) } });
  await rig.db.updateTable("application").set({ officeRanges: "[]" }).execute();
  token = (await challengeOf(rig, "demo-email", "email-user")).token;
});
afterEach(async () => {
  await smtp.close();
  await rig.ports.store.close();
});

/** The code in the last mail that reached the provider. */
const lastCode = () => /^\d{6}$/m.exec(smtp.mails.at(-1)?.replaceAll("\r", "") ?? "")?.[0] ?? "";
const misbehave = (changes: Partial<SmtpScript>) => Object.assign(smtp.script, willing, changes);
const dispatches = async () => (await rig.db.selectFrom("dispatch").select("id").execute()).length;

const REFUSALS: [string, Partial<SmtpScript>][] = [
  ["refuses to speak", { greeting: "554 go away" }],
  ["refuses the recipient for good", { RCPT: "550 nobody" }],
  ["refuses the recipient for now", { RCPT: "450 try later" }],
  ["refuses the mail after it read it", { end: "552 too odd" }],
  ["hangs before the data", { RCPT: "hang" }],
  ["never greets", { greeting: "hang" }],
  ["drops before the data", { DATA: "drop" }],
];
const UNKNOWNS: [string, Partial<SmtpScript>][] = [
  ["drops after the data", { end: "drop" }],
  ["hangs after the data", { end: "hang" }],
];

describe.each(REFUSALS)("a provider that %s: a definite no", (_what, script) => {
  it("is answered delivery_failed; the older code lives on, nobody waits, the budget is given back", async () => {
    await send(rig, token);
    const older = lastCode();
    rig.advance(61_000);
    misbehave(script);
    expect(await send(rig, token, "user")).toMatchObject({ status: 502, body: { code: "delivery_failed" } });
    expect(await dispatches()).toBe(1);
    const { factors } = await challengeOf(rig, "demo-email", "email-user");
    expect(factors[0]?.resendAt).toBeLessThanOrEqual(rig.ports.clock.now());
    sessionOf(await verify(rig, token, older));
  });

  it("lets the next press of the button send at once", async () => {
    misbehave(script);
    expect((await send(rig, token, "user")).status).toBe(502);
    misbehave({});
    expect((await send(rig, token, "user")).status).toBe(200);
    sessionOf(await verify(rig, token, lastCode()));
  });
});

describe.each(UNKNOWNS)("a provider that %s: nobody knows", (_what, script) => {
  it("is answered as sent; the new code lives, the older one is dead, the wait runs, the budget is spent", async () => {
    await send(rig, token);
    const older = lastCode();
    rig.advance(61_000);
    misbehave(script);
    const now = rig.ports.clock.now();
    expect(await send(rig, token, "user")).toMatchObject({ status: 200, body: { resendAt: now + 60_000, expiresAt: now + 600_000 } });
    expect(await send(rig, token, "user")).toMatchObject({ status: 429, body: { code: "resend_too_soon" } });
    expect(await dispatches()).toBe(2);
    expect((await verify(rig, token, older)).body).toMatchObject({ code: "code_invalid", attemptsLeft: 5 });
    sessionOf(await verify(rig, token, lastCode()));
  });
});

describe("a provider that hangs for everybody", () => {
  const crowd = (from: string) => Array.from({ length: 40 }, (_, number) => `${from}-${number}`);

  it("fills the queue: who finds no place is told at once, everybody within the deadline, and nobody waits for a code", async () => {
    misbehave({ greeting: "hang" });
    const people = [...(await putPeople(rig.ports.store, crowd("a"), 1, rig.ports.clock.now())), ...(await putPeople(rig.ports.store, crowd("b"), 1, rig.ports.clock.now()))];
    const began = performance.now();
    const took: number[] = [];
    const answers = await Promise.all(people.map(async ({ tokens }, number): Promise<Answer> => {
      const answer = await send(rig, tokens[0] ?? "", "user", { ip: `198.51.100.${number}` });
      took.push(performance.now() - began);
      return answer;
    }));
    expect(new Set(answers.map(({ body }) => body["code"]))).toEqual(new Set(["delivery_failed"]));
    // 8 on their way and 64 in line: the last 8 of 80 found no place.
    expect(took.filter((ms) => ms < DEADLINE_MS).length).toBeGreaterThanOrEqual(8);
    expect(Math.max(...took)).toBeLessThan(5000);
    expect(await dispatches()).toBe(0);
  });

  it("keeps nobody else from typing a code", async () => {
    await send(rig, token);
    const code = lastCode();
    misbehave({ end: "hang" });
    const people = await putPeople(rig.ports.store, crowd("c"), 1, rig.ports.clock.now());
    const sending = Promise.all(people.map(({ tokens }, number) => send(rig, tokens[0] ?? "", "user", { ip: `198.51.100.${number}` })));
    const wrong = await verify(rig, token, otherThan(code));
    const session = sessionOf(await verify(rig, token, code));
    const stillSending = await Promise.race([sending, Promise.resolve("still sending")]);
    expect([wrong.body["attemptsLeft"], session.user.username, stillSending]).toEqual([5, "email-user", "still sending"]);
    await sending;
  });
});

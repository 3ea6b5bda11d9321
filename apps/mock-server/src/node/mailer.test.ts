import { afterEach, describe, expect, it } from "vitest";
import { createSystemClock } from "../browser/clock.ts";
import { openInbox } from "./inbox.ts";
import { createMailer } from "./mailer.ts";
import { openScriptedSmtp, type SmtpScript } from "./testing/scripted-smtp.ts";

const from = "Guard <no-reply@guard.example>";
const mail = { to: "ann@example.com", subject: "Your code", text: "Your code:\n\n123456\n", html: "<p>Your code: <b>123456</b></p>" };

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

async function openScripted(script: Partial<SmtpScript>) {
  const smtp = await openScriptedSmtp(script);
  closing.push(() => smtp.close());
  return smtp.smtpUrl;
}

async function handover(script: Partial<SmtpScript>, deadlineMs = 300) {
  const reasons: string[] = [];
  const smtpUrl = await openScripted(script);
  const mailer = createMailer({ smtpUrl, from, deadlineMs, onFailure: (_, reason) => reasons.push(reason) });
  return { outcome: await mailer.send(mail), reasons };
}

it("hands a mail over to a real SMTP server, text, HTML and sender whole", async () => {
  const clock = createSystemClock();
  const inbox = await openInbox(clock);
  closing.push(() => inbox.close());
  const before = clock.now();
  expect(await createMailer({ smtpUrl: inbox.smtpUrl, from }).send(mail)).toBe("handed-over");
  const [kept] = inbox.list("ANN@example.com");
  expect(kept).toMatchObject({ channel: "email", to: "ann@example.com", subject: "Your code", code: "123456" });
  expect(kept?.text).toContain("123456");
  expect(kept?.html).toContain("<b>123456</b>");
  expect(kept?.at).toBeGreaterThanOrEqual(before);
});

describe("what is certain about a mail that failed (R6a)", () => {
  it.each([
    ["the server greets with 554", { greeting: "554 go away" }],
    ["the sender is refused", { MAIL: "550 not you" }],
    ["the recipient is refused for now", { RCPT: "450 try later" }],
    ["the recipient is refused for good", { RCPT: "550 nobody" }],
    ["DATA is refused", { DATA: "554 no" }],
    ["the mail is refused after it was read", { end: "552 too odd" }],
    ["the connection ends before DATA", { RCPT: "drop" }],
    ["the server hangs before DATA", { RCPT: "hang" }],
    ["the server never greets", { greeting: "hang" }],
  ])("%s: refused", async (_, script) => {
    const { outcome, reasons } = await handover(script);
    expect(outcome).toBe("refused");
    expect(reasons).toHaveLength(1);
  });

  it.each([
    ["the connection ends after the mail was sent", { end: "drop" }],
    ["the server hangs after the mail was sent", { end: "hang" }],
  ])("%s: unknown", async (_, script) => {
    expect((await handover(script)).outcome).toBe("unknown");
  });

  it("a definite no is told at once and not at the deadline", async () => {
    const began = performance.now();
    await handover({ greeting: "554 go away" }, 5_000);
    await handover({ RCPT: "drop" }, 5_000);
    await handover({ end: "drop" }, 5_000);
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  it("nobody listens: refused", async () => {
    const reasons: string[] = [];
    const mailer = createMailer({ smtpUrl: "smtp://127.0.0.1:1", from, onFailure: (_, reason) => reasons.push(reason) });
    expect(await mailer.send(mail)).toBe("refused");
    expect(reasons).toEqual(["ESOCKET"]);
  });
});

it("answers within its deadline, and a mail that never got a place in the queue is refused", async () => {
  const smtpUrl = await openScripted({ greeting: "hang" });
  const mailer = createMailer({ smtpUrl, from, deadlineMs: 200 });
  const began = performance.now();
  const outcomes = await Promise.all(Array.from({ length: 80 }, () => mailer.send(mail)));
  expect(new Set(outcomes)).toEqual(new Set(["refused"]));
  expect(performance.now() - began).toBeLessThan(2_000);
});

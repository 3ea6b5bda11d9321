import { describe, expect, it } from "vitest";
import type { Trigger } from "../challenge.ts";
import type { Harness, SmsHarness } from "./harness.ts";
import { attempt, errorOf, isAhead, sessionOf, valueOf, wrongCode } from "./person.ts";

/** The country's code, a fixed number of dots and two digits, whatever the number (R9b). */
const maskedPhone = /^\+\d{1,3} •{8} \d{2}$/u;

const send = ({ adapter }: Harness, token: string, trigger: Trigger) => adapter.sendCode({ token, factor: "sms", trigger }, attempt());
const verify = ({ adapter }: Harness, token: string, code: string) => adapter.verifyCode({ token, factor: "sms", code }, attempt());
const bind = ({ adapter }: Harness, token: string, target: string) => adapter.bind({ token, factor: "sms", target }, attempt());

/** What the harness must name as soon as its adapter promises SMS. */
function smsOf({ sms }: Harness): SmsHarness {
  if (sms === undefined) throw new Error("The adapter's capabilities promise SMS, so the harness has to name `sms`.");
  return sms;
}

async function open(harness: Harness, identifier: string) {
  const completion = valueOf(await harness.adapter.signIn({ app: smsOf(harness).app, identifier, password: harness.password }, attempt()));
  if (completion.status !== "challenge") throw new Error("Expected a challenge, got a session.");
  return completion.challenge;
}

async function openWithSms(harness: Harness) {
  const { identifier, phone } = smsOf(harness).phoneBound;
  const { token } = await open(harness, identifier);
  valueOf(await send(harness, token, "auto"));
  return { token, phone, code: await harness.readCode(phone) };
}

export function describeSms(harness: () => Harness): void {
  describe("a code by SMS (R6, R9, R12)", () => {
    it("goes to the bound phone; the answer tells the masked number and the deadlines", async () => {
      const { identifier, phone } = smsOf(harness()).phoneBound;
      const challenge = await open(harness(), identifier);
      expect(challenge.factors).toContainEqual(expect.objectContaining({ factor: "sms", bound: true }));
      const delivered = valueOf(await send(harness(), challenge.token, "auto"));
      expect(delivered.sentTo).toMatch(maskedPhone);
      expect(delivered.sentTo.slice(-2)).toBe(phone.slice(-2));
      expect(isAhead(delivered.resendAt, delivered.now, 60_000)).toBe(true);
      expect(isAhead(delivered.expiresAt, delivered.now, 10 * 60_000)).toBe(true);
      expect(await harness().sentCount(phone)).toBe(1);
    });

    it("is sent once for two automatic sends, and by hand only after 60 seconds", async () => {
      const { token, phone, code: old } = await openWithSms(harness());
      valueOf(await send(harness(), token, "auto"));
      expect(errorOf(await send(harness(), token, "user"))).toMatchObject({ code: "resend_too_soon", resendAt: expect.any(Number) });
      expect(await harness().sentCount(phone)).toBe(1);
      await harness().advance(60_000);
      valueOf(await send(harness(), token, "user"));
      expect(errorOf(await verify(harness(), token, old))).toEqual({ code: "code_invalid", attemptsLeft: 5 });
      expect(sessionOf(await verify(harness(), token, await harness().readCode(phone))).app).toBe(smsOf(harness()).app);
    });

    it("signs in when it is right, and is counted when it is wrong", async () => {
      const { token, code } = await openWithSms(harness());
      expect(errorOf(await verify(harness(), token, wrongCode(code)))).toEqual({ code: "code_invalid", attemptsLeft: 5 });
      expect(sessionOf(await verify(harness(), token, code)).app).toBe(smsOf(harness()).app);
      expect(errorOf(await verify(harness(), token, code)).code).toBe("challenge_expired");
    });
  });
}

export function describeSmsBinding(harness: () => Harness): void {
  describe("binding a phone during the login (R8)", () => {
    const start = () => open(harness(), harness().users.nothingBound.identifier);

    it.for(["not a number", "+86138", "ann@example.com"])("refuses the target %j as target_invalid", async (target) => {
      expect(errorOf(await bind(harness(), (await start()).token, target))).toEqual({ code: "target_invalid" });
    });

    it("takes a number, masks it and sends nothing until it is asked to; the right code binds and signs in", async () => {
      const { app, freePhone } = smsOf(harness());
      const { token } = await start();
      expect(valueOf(await bind(harness(), token, freePhone))).toMatchObject({ factor: "sms", target: expect.stringMatching(maskedPhone) });
      expect(await harness().sentCount(freePhone)).toBe(0);
      valueOf(await send(harness(), token, "user"));
      const code = await harness().readCode(freePhone);
      expect(errorOf(await verify(harness(), token, wrongCode(code)))).toEqual({ code: "code_invalid", attemptsLeft: 5 });
      expect(sessionOf(await verify(harness(), token, code)).app).toBe(app);
      expect(await start()).toMatchObject({ need: "verify", factor: "sms" });
    });
  });
}

import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { Delivered, type Trigger } from "../challenge.ts";
import type { Harness } from "./harness.ts";
import { attempt, errorOf, isAhead, openChallenge, openWithCode, sessionOf, valueOf, verify } from "./person.ts";

/** One letter of each part and a fixed number of dots, whatever the address (R9b). */
export const maskedAddress = /^[^•@]?•••@[^•@]?•••(\.[^•@]+)?$/u;

const send = ({ adapter }: Harness, token: string, trigger: Trigger) => adapter.sendCode({ token, factor: "email", trigger }, attempt());

export function describeSend(harness: () => Harness): void {
  describe("sending a code (R6, R7, R9)", () => {
    it("answers the masked target and the deadlines, and one message arrives", async () => {
      const { identifier, address } = harness().users.emailBound;
      const { token } = await openChallenge(harness(), identifier);
      const delivered = valueOf(await send(harness(), token, "auto"));
      expect(v.is(Delivered, delivered)).toBe(true);
      expect(delivered.sentTo).toMatch(maskedAddress);
      expect(isAhead(delivered.resendAt, delivered.now, 60_000)).toBe(true);
      expect(isAhead(delivered.expiresAt, delivered.now, 10 * 60_000)).toBe(true);
      expect(await harness().sentCount(address)).toBe(1);
      expect(await harness().readCode(address)).toMatch(/^\d{6}$/);
    });

    it("sends one message for two automatic sends and keeps the deadlines of the first", async () => {
      const { identifier, address } = harness().users.emailBound;
      const { token } = await openChallenge(harness(), identifier);
      const first = valueOf(await send(harness(), token, "auto"));
      await harness().advance(5_000);
      const second = valueOf(await send(harness(), token, "auto"));
      expect(second).toMatchObject({ sentTo: first.sentTo, resendAt: first.resendAt, expiresAt: first.expiresAt });
      expect(await harness().sentCount(address)).toBe(1);
    });

    it("sends nothing for a second sign-in within the wait, and the first message's code still works", async () => {
      const { identifier, address } = harness().users.emailBound;
      const { code } = await openWithCode(harness());
      const { token } = await openChallenge(harness(), identifier);
      valueOf(await send(harness(), token, "auto"));
      expect(await harness().sentCount(address)).toBe(1);
      expect(sessionOf(await verify(harness(), token, code)).app).toBe(harness().app);
    });

    it("refuses a resend by hand within 60 seconds and says when it is possible", async () => {
      const { identifier, address } = harness().users.emailBound;
      const { token } = await openChallenge(harness(), identifier);
      const { resendAt } = valueOf(await send(harness(), token, "auto"));
      await harness().advance(30_000);
      expect(errorOf(await send(harness(), token, "user"))).toEqual({ code: "resend_too_soon", resendAt });
      expect(await harness().sentCount(address)).toBe(1);
    });

    it("sends a new code after 60 seconds, and the old one dies", async () => {
      const { address } = harness().users.emailBound;
      const { challenge, code: old } = await openWithCode(harness());
      await harness().advance(60_000);
      valueOf(await send(harness(), challenge.token, "user"));
      expect(await harness().sentCount(address)).toBe(2);
      const fresh = await harness().readCode(address);
      expect(fresh).not.toBe(old);
      expect(errorOf(await verify(harness(), challenge.token, old))).toEqual({ code: "code_invalid", attemptsLeft: 5 });
      expect(sessionOf(await verify(harness(), challenge.token, fresh)).app).toBe(harness().app);
    });
  });
}

import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { Time } from "../primitives.ts";
import { Session } from "../session.ts";
import { TOKEN_IN_COOKIE } from "../token-transport.ts";
import type { Harness } from "./harness.ts";
import { errorOf, inSecondBrowser, isAhead, lock, openChallenge, openWithCode, sessionOf, signIn, verify, wrongCode } from "./person.ts";

const HOUR = 3_600_000;
const Locked = v.object({ error: v.object({ lockedUntil: Time }), now: Time });

export function describeCode(harness: () => Harness): void {
  describe("judging a code (R11, R12)", () => {
    it("answers a schema-valid session to the right code", async () => {
      const { challenge, code } = await openWithCode(harness());
      const session = sessionOf(await verify(harness(), challenge.token, code));
      expect(v.is(Session, session)).toBe(true);
      expect(session.app).toBe(harness().app);
      // In a cookie all tokens read alike to whoever is not to read them.
      expect(session.token === challenge.token).toBe(session.token === TOKEN_IN_COOKIE);
    });

    it("accepts a code once", async () => {
      const { identifier } = harness().users.emailBound;
      const { challenge, code } = await openWithCode(harness());
      const other = inSecondBrowser(harness());
      const second = await openChallenge(other, identifier);
      sessionOf(await verify(harness(), challenge.token, code));
      expect(errorOf(await verify(other, second.token, code)).code).toBe("code_invalid");
    });

    it("counts wrong codes down from five and locks at the sixth, with the time the lock ends", async () => {
      const { challenge, code } = await openWithCode(harness());
      for (let step = 1; step <= 5; step += 1) {
        expect(errorOf(await verify(harness(), challenge.token, wrongCode(code, step)))).toEqual({ code: "code_invalid", attemptsLeft: 6 - step });
      }
      const sixth = await verify(harness(), challenge.token, wrongCode(code, 6));
      expect(errorOf(sixth)).toEqual({ code: "locked", lockedUntil: expect.any(Number) });
      const { error, now } = v.parse(Locked, sixth);
      expect(isAhead(error.lockedUntil, now, HOUR)).toBe(true);
    });

    it("refuses the right code during the lock", async () => {
      const { challenge, code } = await openWithCode(harness());
      const locked = await lock(harness(), challenge.token, code);
      expect(errorOf(await verify(harness(), challenge.token, code))).toEqual(locked);
    });

    it("tells the lock to the right password only", async () => {
      const { identifier } = harness().users.emailBound;
      const { challenge, code } = await openWithCode(harness());
      const locked = await lock(harness(), challenge.token, code);
      expect(errorOf(await signIn(harness(), identifier))).toEqual(locked);
      expect(errorOf(await signIn({ ...harness(), password: "wrong" }, identifier))).toEqual({ code: "invalid_credentials" });
    });

    it("opens a new login when the lock is over", async () => {
      const { challenge, code } = await openWithCode(harness());
      await lock(harness(), challenge.token, code);
      await harness().advance(HOUR + 1_000);
      const next = await openWithCode(harness());
      expect(sessionOf(await verify(harness(), next.challenge.token, next.code)).app).toBe(harness().app);
    });

    it("clears the count by a right code", async () => {
      const first = await openWithCode(harness());
      for (let step = 1; step <= 5; step += 1) await verify(harness(), first.challenge.token, wrongCode(first.code, step));
      sessionOf(await verify(harness(), first.challenge.token, first.code));
      await harness().advance(60_000);
      const second = await openWithCode(harness());
      expect(errorOf(await verify(harness(), second.challenge.token, wrongCode(second.code)))).toEqual({ code: "code_invalid", attemptsLeft: 5 });
    });

    it("refuses a code older than 10 minutes while the challenge still lives", async () => {
      const { challenge, code } = await openWithCode(harness());
      await harness().advance(10 * 60_000 + 1_000);
      expect(errorOf(await verify(harness(), challenge.token, code))).toEqual({ code: "code_invalid", attemptsLeft: 5 });
    });

    it("answers challenge_expired 15 minutes after the password", async () => {
      const { challenge, code } = await openWithCode(harness());
      await harness().advance(15 * 60_000 + 1_000);
      expect(errorOf(await verify(harness(), challenge.token, code))).toEqual({ code: "challenge_expired" });
    });
  });
}

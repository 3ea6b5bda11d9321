import { describe, expect, it } from "vitest";
import type { Harness } from "./harness.ts";
import { errorOf, openChallenge, sessionOf, totpOf, verifyTotp, wrongCode } from "./person.ts";

const STEP_MS = 30_000;

export function describeTotp(harness: () => Harness): void {
  describe("a code of the authenticator app (R14)", () => {
    it("signs in where it is bound, and nothing is sent", async () => {
      const { totp, at } = totpOf(harness());
      const challenge = await openChallenge(at, totp.bound.identifier);
      expect(challenge).toMatchObject({ need: "verify", factor: "totp", factors: [{ factor: "totp", bound: true }] });
      expect(sessionOf(await verifyTotp(at, challenge.token, await totp.readCode())).app).toBe(totp.app);
    });

    it("is accepted once, and the next one is taken", async () => {
      const { totp, at } = totpOf(harness());
      const code = await totp.readCode();
      sessionOf(await verifyTotp(at, (await openChallenge(at, totp.bound.identifier)).token, code));
      const { token } = await openChallenge(at, totp.bound.identifier);
      expect(errorOf(await verifyTotp(at, token, code))).toEqual({ code: "code_invalid", attemptsLeft: 5 });
      await harness().advance(STEP_MS);
      expect(sessionOf(await verifyTotp(at, token, await totp.readCode())).app).toBe(totp.app);
    });

    it("counts like any other when it is wrong, and the sixth locks (R11)", async () => {
      const { totp, at } = totpOf(harness());
      const { token } = await openChallenge(at, totp.bound.identifier);
      const code = await totp.readCode();
      for (let step = 1; step <= 5; step += 1) {
        expect(errorOf(await verifyTotp(at, token, wrongCode(code, step)))).toEqual({ code: "code_invalid", attemptsLeft: 6 - step });
      }
      expect(errorOf(await verifyTotp(at, token, wrongCode(code, 6)))).toMatchObject({ code: "locked" });
      expect(errorOf(await verifyTotp(at, token, code))).toMatchObject({ code: "locked" });
    });
  });
}

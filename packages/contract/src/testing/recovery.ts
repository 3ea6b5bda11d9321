import { describe, expect, it } from "vitest";
import type { Harness } from "./harness.ts";
import { attempt, errorOf, inSecondBrowser, openChallenge, recoveryCodeOf, sessionOf, totpOf } from "./person.ts";

const recover = ({ adapter }: Harness, token: string, code: string, key?: string) => adapter.verifyRecoveryCode({ token, code }, attempt(key));

export function describeRecovery(harness: () => Harness): void {
  describe("the recovery code (R15)", () => {
    it("signs in once, and a new one comes with the session", async () => {
      const { totp, at } = totpOf(harness());
      const open = async () => (await openChallenge(at, totp.bound.identifier)).token;
      const first = await recover(at, await open(), totp.bound.recoveryCode);
      expect(sessionOf(first).app).toBe(totp.app);
      expect(errorOf(await recover(at, await open(), totp.bound.recoveryCode)).code).toBe("code_invalid");
      expect(sessionOf(await recover(at, await open(), recoveryCodeOf(first))).app).toBe(totp.app);
    });

    it("is taken in any case, with spaces or without dashes", async () => {
      const { totp, at } = totpOf(harness());
      const typed = ` ${totp.bound.recoveryCode.toLowerCase().replaceAll("-", " ")} `;
      const { token } = await openChallenge(at, totp.bound.identifier);
      expect(sessionOf(await recover(at, token, typed)).app).toBe(totp.app);
    });

    it("counts like any other when it is wrong (S-21)", async () => {
      const { totp, at } = totpOf(harness());
      const { token } = await openChallenge(at, totp.bound.identifier);
      expect(errorOf(await recover(at, token, "00000-00000-00000-00000-00000"))).toEqual({ code: "code_invalid", attemptsLeft: 5 });
    });
  });
}

export function describeRecoveryRepeat(harness: () => Harness): void {
  describe("the recovery code (R15)", () => {
    it("is told again with another session when the answer was lost (R12a)", async () => {
      const { totp, at } = totpOf(harness());
      const { token } = await openChallenge(at, totp.bound.identifier);
      const other = inSecondBrowser(at);
      const lost = sessionOf(await recover(other, token, totp.bound.recoveryCode, "same-key"));
      const again = await recover(at, token, totp.bound.recoveryCode, "same-key");
      expect(errorOf(await other.adapter.session({ token: lost.token }, attempt()))).toEqual({ code: "unauthorized" });
      const next = await openChallenge(at, totp.bound.identifier);
      expect(sessionOf(await recover(at, next.token, recoveryCodeOf(again))).app).toBe(totp.app);
    });
  });
}

import { describe, expect, it } from "vitest";
import type { Harness } from "./harness.ts";
import { attempt, errorOf, lock, openChallenge, openWithCode, sessionOf, valueOf, verify } from "./person.ts";

const resume = ({ adapter }: Harness, token: string) => adapter.resume({ token }, attempt());

export function describeResume(harness: () => Harness): void {
  describe("picking a challenge up again (law 8)", () => {
    it("answers the same challenge with its running deadlines and sends nothing, or not_supported", async () => {
      const { adapter, users } = harness();
      const opened = await openChallenge(harness(), users.emailBound.identifier);
      const delivered = valueOf(await adapter.sendCode({ token: opened.token, factor: "email", trigger: "auto" }, attempt()));
      await harness().advance(20_000);
      const { sentTo, resendAt, expiresAt } = delivered;
      const running = expect.arrayContaining([{ factor: "email", bound: true, sentTo, resendAt, expiresAt }]);
      const same = { ok: true, value: { need: "verify", factor: "email", expiresAt: opened.expiresAt, factors: running } };
      const denied = { ok: false, error: { code: "not_supported" } };
      expect(await resume(harness(), opened.token)).toMatchObject(adapter.capabilities.resume ? same : denied);
      expect(await harness().sentCount(users.emailBound.address)).toBe(1);
    });

    it("completes the login with the code that was sent before", async () => {
      const { challenge, code } = await openWithCode(harness());
      const token = await tokenAfterReload(harness(), challenge.token);
      expect(sessionOf(await verify(harness(), token, code)).app).toBe(harness().app);
    });
  });
}

/** The token a reloaded page would go on with. */
async function tokenAfterReload(harness: Harness, token: string): Promise<string> {
  return harness.adapter.capabilities.resume ? valueOf(await resume(harness, token)).token : token;
}

export function describeResumeRefused(harness: () => Harness): void {
  describe("picking a challenge up again (law 8)", () => {
    it("answers challenge_expired when its time is over", async () => {
      const { challenge } = await openWithCode(harness());
      await harness().advance(15 * 60_000 + 1_000);
      expect(errorOf(await resume(harness(), challenge.token))).toEqual({ code: "challenge_expired" });
    });

    it("answers the lock while the account is locked", async () => {
      const { challenge, code } = await openWithCode(harness());
      const locked = await lock(harness(), challenge.token, code);
      expect(errorOf(await resume(harness(), challenge.token))).toEqual(locked);
    });
  });
}

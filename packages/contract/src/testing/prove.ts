import { describe, expect, it } from "vitest";
import type { Harness } from "./harness.ts";
import { attempt, errorOf, inSecondBrowser, nextOf, openChallenge, sessionOf, totpOf, valueOf, verify, wrongCode } from "./person.ts";

export function describeProve(harness: () => Harness): void {
  const openProof = async (at: Harness) => {
    const { identifier, address } = at.users.emailBound;
    const challenge = await openChallenge(at, identifier);
    valueOf(await at.adapter.sendCode({ token: challenge.token, factor: "email", trigger: "auto" }, attempt()));
    return { challenge, code: await at.readCode(address) };
  };

  describe("somebody whose factors don't count in this application (R8, S-26)", () => {
    it("is asked to prove one of them, and binds nothing before", async () => {
      const { at } = totpOf(harness());
      const { challenge, code } = await openProof(at);
      expect(challenge).toMatchObject({ need: "prove", factor: "email" });
      expect(errorOf(await at.adapter.startTotp({ token: challenge.token }, attempt()))).toEqual({ code: "bind_not_allowed" });
      expect(errorOf(await verify(at, challenge.token, wrongCode(code)))).toEqual({ code: "code_invalid", attemptsLeft: 5 });
    });

    it("binds after the proof and is signed in", async () => {
      const { totp, at } = totpOf(harness());
      const { challenge, code } = await openProof(at);
      const other = inSecondBrowser(at);
      const next = nextOf(await verify(at, challenge.token, code));
      expect(next).toMatchObject({ need: "bind", factors: [{ factor: "totp", bound: false }] });
      expect(errorOf(await verify(other, challenge.token, code))).toEqual({ code: "challenge_expired" });
      const { secret } = valueOf(await at.adapter.startTotp({ token: next.token }, attempt()));
      const done = await at.adapter.confirmTotp({ token: next.token, code: await totp.show(secret) }, attempt());
      expect(sessionOf(done).app).toBe(totp.app);
    });
  });
}

import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { Delivered } from "../challenge.ts";
import { Session } from "../session.ts";
import type { Harness } from "./harness.ts";
import { attempt, errorOf, inSecondBrowser, isAhead, lock, openWithCode, sessionOf, signIn, valueOf, wrongCode } from "./person.ts";
import { maskedAddress } from "./send.ts";

const NOBODY = "nobody-at-all@example.com";

/** What the harness must name as soon as its adapter promises sign-in by code. */
function appOf({ signInCodeApp }: Harness): string {
  if (signInCodeApp === undefined) throw new Error("The adapter's capabilities promise sign-in by code, so the harness has to name `signInCodeApp`.");
  return signInCodeApp;
}

const request = (harness: Harness, identifier: string, key?: string) => harness.adapter.requestSignInCode({ app: appOf(harness), identifier }, attempt(key));
const verify = (harness: Harness, identifier: string, code: string, key?: string) => harness.adapter.verifySignInCode({ app: appOf(harness), identifier, code }, attempt(key));

/** Asks for a code and waits for it: the answer does not wait for the provider, which would tell who is known (S-35). */
async function ask(harness: Harness): Promise<{ address: string; code: string }> {
  const { address } = harness.users.emailBound;
  const before = await harness.sentCount(address);
  valueOf(await request(harness, address));
  await expect.poll(() => harness.sentCount(address), { timeout: 5_000 }).toBe(before + 1);
  return { address, code: await harness.readCode(address) };
}

export function describeSignInCode(harness: () => Harness): void {
  describe("sign-in by verification code (R2a)", () => {
    it("answers the mask of what was typed and the deadlines, and the right code opens a session", async () => {
      const { address, code } = await ask(harness());
      const session = sessionOf(await verify(harness(), address, code));
      expect(v.is(Session, session)).toBe(true);
      expect(session.app).toBe(appOf(harness()));
      expect(valueOf(await harness().adapter.session({ token: session.token }, attempt())).session.user).toEqual(session.user);
    });

    it("answers alike for an address that nobody has, and sends nothing (S-35)", async () => {
      const answers = [];
      for (const address of [harness().users.emailBound.address, NOBODY]) {
        const delivered = valueOf(await request(harness(), address));
        expect(v.is(Delivered, delivered)).toBe(true);
        expect(delivered.sentTo).toMatch(maskedAddress);
        expect(isAhead(delivered.resendAt, delivered.now, 60_000)).toBe(true);
        expect(isAhead(delivered.expiresAt, delivered.now, 10 * 60_000)).toBe(true);
        const again = errorOf(await request(harness(), address));
        expect(again).toMatchObject({ code: "resend_too_soon", resendAt: delivered.resendAt });
        answers.push(errorOf(await verify(harness(), address, "000000")));
      }
      expect(answers[1]).toEqual(answers[0]);
      expect(await harness().sentCount(NOBODY)).toBe(0);
    });

    it("sends a new code after 60 seconds, and the old one dies", async () => {
      const { address, code: old } = await ask(harness());
      await harness().advance(60_000);
      const { code } = await ask(harness());
      // The old one lives until the provider said that it has the new one, a moment after the message.
      await new Promise((resolve) => setTimeout(resolve, 200));
      expect(errorOf(await verify(harness(), address, old)).code).toBe("code_invalid");
      sessionOf(await verify(harness(), address, code));
    });

    it("gives a code five tries of its own, which count nowhere else", async () => {
      const { address, code } = await ask(harness());
      for (let step = 1; step <= 4; step += 1) expect(errorOf(await verify(harness(), address, wrongCode(code, step)))).toEqual({ code: "code_invalid", attemptsLeft: 5 - step });
      expect(errorOf(await verify(harness(), address, wrongCode(code, 5)))).toEqual({ code: "challenge_expired" });
      expect(errorOf(await verify(harness(), address, code))).toEqual({ code: "challenge_expired" });
      expect(valueOf(await signIn(harness(), harness().users.emailBound.identifier)).status).toBe("challenge");
    });

    it("accepts a code once", async () => {
      const { address, code } = await ask(harness());
      sessionOf(await verify(harness(), address, code));
      expect(errorOf(await verify(harness(), address, code)).code).toBe("code_invalid");
    });

    it("is not held up by the lock on second factors, and does not lift it", async () => {
      const { challenge, code: factor } = await openWithCode(harness());
      const locked = await lock(harness(), challenge.token, factor);
      const { address, code } = await ask(harness());
      sessionOf(await verify(harness(), address, code));
      expect(errorOf(await signIn(harness(), harness().users.emailBound.identifier))).toEqual(locked);
    });

    it("takes no user name", async () => {
      expect(errorOf(await request(harness(), "nobody-at-all"))).toEqual({ code: "target_invalid" });
    });
  });
}

export function describeSignInCodeRepeat(harness: () => Harness): void {
  describe("sign-in by verification code (R2a)", () => {
    it("answers a session again when the first answer was lost (R12a)", async () => {
      const { address, code } = await ask(harness());
      const other = inSecondBrowser(harness());
      const lost = sessionOf(await verify(other, address, code, "same-key"));
      const again = sessionOf(await verify(harness(), address, code, "same-key"));
      expect(again.user).toEqual(lost.user);
      expect(errorOf(await other.adapter.session({ token: lost.token }, attempt()))).toEqual({ code: "unauthorized" });
    });
  });
}

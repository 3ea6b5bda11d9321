import { describe, expect, it } from "vitest";
import type { Harness } from "./harness.ts";
import { attempt, errorOf, inSecondBrowser, openChallenge, openWithCode, sessionOf, valueOf, verify, wrongCode } from "./person.ts";

/** An adapter that can't repeat says so in its capabilities, and the runtime then never does. */
export function describeRepeat(harness: () => Harness): void {
  describe("repeating a call with its key (R12a)", () => {
    it("counts a wrong code once", async () => {
      const { challenge, code } = await openWithCode(harness());
      const first = await verify(harness(), challenge.token, wrongCode(code), "same-key");
      const second = await verify(harness(), challenge.token, wrongCode(code), "same-key");
      expect(errorOf(first)).toEqual({ code: "code_invalid", attemptsLeft: 5 });
      expect(errorOf(second)).toEqual({ code: "code_invalid", attemptsLeft: 5 });
      expect(errorOf(await verify(harness(), challenge.token, wrongCode(code, 2)))).toEqual({ code: "code_invalid", attemptsLeft: 4 });
    });

    it("answers a session again when the first answer was lost, and the lost one is dead", async () => {
      const { adapter } = harness();
      const { challenge, code } = await openWithCode(harness());
      const other = inSecondBrowser(harness());
      const lost = sessionOf(await verify(other, challenge.token, code, "same-key"));
      const again = sessionOf(await verify(harness(), challenge.token, code, "same-key"));
      expect(valueOf(await adapter.session({ token: again.token }, attempt())).session.user).toEqual(lost.user);
      expect(errorOf(await other.adapter.session({ token: lost.token }, attempt()))).toEqual({ code: "unauthorized" });
    });

    it("sends one message for a send by hand that is repeated", async () => {
      const { adapter, users } = harness();
      const { token } = await openChallenge(harness(), users.emailBound.identifier);
      const send = () => adapter.sendCode({ token, factor: "email", trigger: "user" }, attempt("same-key"));
      const [first, second] = [valueOf(await send()), valueOf(await send())];
      expect(second.resendAt).toBe(first.resendAt);
      expect(await harness().sentCount(users.emailBound.address)).toBe(1);
    });
  });
}

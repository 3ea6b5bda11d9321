import { describe, expect, it } from "vitest";
import type { Result } from "../result.ts";
import { deniedCalls } from "./denied.ts";
import type { Harness } from "./harness.ts";
import { attempt, errorOf, inSecondBrowser, openChallenge, openWithCode, sessionOf, signIn, verify, wrongCode } from "./person.ts";

export function describePromises(harness: () => Harness): void {
  describe("what holds for every call", () => {
    it("answers not_supported to each operation its capabilities deny", async () => {
      const { challenge, code } = await openWithCode(harness());
      const open = await openChallenge(harness(), harness().users.emailBound.identifier);
      const other = inSecondBrowser(harness());
      const session = sessionOf(await verify(other, challenge.token, code));
      const answers = await Promise.all(deniedCalls(harness(), open.token, other, session.token).map(async ([name, call]) => [name, await call()] as const));
      for (const [name, answer] of answers) expect({ name, ...errorOf(answer) }).toEqual({ name, code: "not_supported" });
    });

    it("tells the server's clock with every answer, errors included (A-05)", async () => {
      const { adapter, app, password, users } = harness();
      // A server that is a day ahead of this machine, and a refusal the first that is heard of it.
      await harness().advance(86_400_000);
      const first = await adapter.signIn({ app, identifier: "nobody-at-all", password }, attempt());
      const { challenge, code } = await openWithCode(harness());
      const { token } = challenge;
      const answers = [
        await signIn(harness(), users.emailBound.identifier),
        await adapter.sendCode({ token, factor: "email", trigger: "auto" }, attempt()),
        await adapter.sendCode({ token, factor: "email", trigger: "user" }, attempt()),
        await verify(harness(), token, wrongCode(code)),
        await verify(harness(), token, code),
        await adapter.session({ token: "gs_nobody" }, attempt()),
      ];
      const clock = (answer: Result<{ now: number }>) => (answer.ok ? answer.value.now : answer.now);
      expect(Math.abs(challenge.now - (clock(first) ?? 0))).toBeLessThan(60_000);
      for (const answer of answers) expect(clock(answer)).toBeGreaterThanOrEqual(challenge.now);
    });

    it("moves its clock with the server's", async () => {
      const { users } = harness();
      const before = await openChallenge(harness(), users.emailBound.identifier);
      await harness().advance(86_400_000);
      const after = await openChallenge(harness(), users.emailBound.identifier);
      expect(after.now - before.now).toBeGreaterThanOrEqual(86_400_000);
    });

    it("never succeeds under a signal that was aborted before", async () => {
      const { adapter, app, password, users } = harness();
      const { challenge, code } = await openWithCode(harness());
      const aborted = { signal: AbortSignal.abort(), key: "aborted" };
      expect((await adapter.signIn({ app, identifier: users.emailBound.identifier, password }, aborted)).ok).toBe(false);
      expect((await adapter.verifyCode({ token: challenge.token, factor: "email", code }, aborted)).ok).toBe(false);
      expect((await adapter.sendCode({ token: challenge.token, factor: "email", trigger: "auto" }, aborted)).ok).toBe(false);
    });
  });
}

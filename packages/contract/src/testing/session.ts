import { describe, expect, it } from "vitest";
import type { Harness } from "./harness.ts";
import { attempt, errorOf, openWithCode, sessionOf, valueOf, verify } from "./person.ts";

export function describeSession(harness: () => Harness): void {
  describe("the session", () => {
    const open = async () => {
      const { challenge, code } = await openWithCode(harness());
      return { session: sessionOf(await verify(harness(), challenge.token, code)), challenge };
    };

    it("tells who is signed in", async () => {
      const { session } = await open();
      const whoami = valueOf(await harness().adapter.session({ token: session.token }, attempt()));
      expect(whoami.session.user).toEqual(session.user);
      expect(whoami.session.expiresAt).toBe(session.expiresAt);
    });

    it("ends by signing out", async () => {
      const { session } = await open();
      valueOf(await harness().adapter.signOut({ token: session.token }, attempt()));
      expect(errorOf(await harness().adapter.session({ token: session.token }, attempt()))).toEqual({ code: "unauthorized" });
    });

    it("is not opened by a challenge's token, and opens no challenge (S-23)", async () => {
      const { adapter } = harness();
      const { challenge } = await openWithCode(harness());
      expect(errorOf(await adapter.session({ token: challenge.token }, attempt()))).toEqual({ code: "unauthorized" });
      const { session } = await open();
      expect((await adapter.sendCode({ token: session.token, factor: "email", trigger: "auto" }, attempt())).ok).toBe(false);
    });
  });
}

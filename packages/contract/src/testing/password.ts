import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { Challenge } from "../challenge.ts";
import type { Harness } from "./harness.ts";
import { attempt, errorOf, isAhead, openChallenge } from "./person.ts";

export function describePassword(harness: () => Harness): void {
  describe("password (R1, R2)", () => {
    it("answers invalid_credentials to a wrong password and to an unknown name alike", async () => {
      const { adapter, app, password, users } = harness();
      const wrong = await adapter.signIn({ app, identifier: users.emailBound.identifier, password: `${password}?` }, attempt());
      const unknown = await adapter.signIn({ app, identifier: "nobody-at-all", password }, attempt());
      expect(errorOf(wrong)).toEqual({ code: "invalid_credentials" });
      expect(errorOf(unknown)).toEqual({ code: "invalid_credentials" });
    });

    it("asks somebody with a bound address for the code of that address", async () => {
      const challenge = await openChallenge(harness(), harness().users.emailBound.identifier);
      expect(v.is(Challenge, challenge)).toBe(true);
      expect(challenge).toMatchObject({ need: "verify", factor: "email" });
      expect(challenge.factors).toContainEqual(expect.objectContaining({ factor: "email", bound: true }));
    });

    it("asks somebody who has bound nothing to bind", async () => {
      const challenge = await openChallenge(harness(), harness().users.nothingBound.identifier);
      expect(challenge.need).toBe("bind");
      expect(challenge.factors).toContainEqual(expect.objectContaining({ factor: "email", bound: false }));
    });

    it("gives a challenge 15 minutes by the server's clock", async () => {
      const challenge = await openChallenge(harness(), harness().users.emailBound.identifier);
      expect(isAhead(challenge.expiresAt, challenge.now, 15 * 60_000)).toBe(true);
    });

    it("sends nothing by itself", async () => {
      const { identifier, address } = harness().users.emailBound;
      await openChallenge(harness(), identifier);
      expect(await harness().sentCount(address)).toBe(0);
    });
  });
}

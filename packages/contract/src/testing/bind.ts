import { describe, expect, it } from "vitest";
import type { Harness } from "./harness.ts";
import { attempt, errorOf, openChallenge, openWithCode, sessionOf, valueOf, verify, wrongCode } from "./person.ts";
import { maskedAddress } from "./send.ts";

const address = "first-address@example.com";
const other = "second-address@example.com";

const bind = ({ adapter }: Harness, token: string, target: string) => adapter.bind({ token, factor: "email", target }, attempt());
const send = ({ adapter }: Harness, token: string) => adapter.sendCode({ token, factor: "email", trigger: "user" }, attempt());

export function describeBind(harness: () => Harness): void {
  describe("binding an address during the login (R8)", () => {
    const open = () => openChallenge(harness(), harness().users.nothingBound.identifier);

    it.each(["not an address", "a@b@c.example", "ann@", "@example.com"])("refuses the target %j as target_invalid", async (target) => {
      const { token } = await open();
      expect(errorOf(await bind(harness(), token, target))).toEqual({ code: "target_invalid" });
    });

    it("takes an address, masks it and sends nothing", async () => {
      const { token } = await open();
      const bound = valueOf(await bind(harness(), token, address));
      expect(bound).toMatchObject({ factor: "email", target: expect.stringMatching(maskedAddress) });
      expect(await harness().sentCount(address)).toBe(0);
    });

    it("sends when asked by hand, and the right code binds and signs in", async () => {
      const { token } = await open();
      valueOf(await bind(harness(), token, address));
      expect(valueOf(await send(harness(), token)).sentTo).toMatch(maskedAddress);
      expect(await harness().sentCount(address)).toBe(1);
      expect(sessionOf(await verify(harness(), token, await harness().readCode(address))).app).toBe(harness().app);
    });

    it("asks for the bound address's code at the next login", async () => {
      const { token } = await open();
      valueOf(await bind(harness(), token, address));
      valueOf(await send(harness(), token));
      sessionOf(await verify(harness(), token, await harness().readCode(address)));
      const next = await open();
      expect(next).toMatchObject({ need: "verify", factor: "email" });
      expect(next.factors).toContainEqual(expect.objectContaining({ factor: "email", bound: true }));
    });

    it("binds nothing by a wrong code, and counts it", async () => {
      const { token } = await open();
      valueOf(await bind(harness(), token, address));
      valueOf(await send(harness(), token));
      const wrong = wrongCode(await harness().readCode(address));
      expect(errorOf(await verify(harness(), token, wrong))).toEqual({ code: "code_invalid", attemptsLeft: 5 });
      expect((await open()).need).toBe("bind");
    });

    it("lets the address be changed before it is proved, and the code goes to the new one", async () => {
      const { token } = await open();
      valueOf(await bind(harness(), token, address));
      valueOf(await send(harness(), token));
      valueOf(await bind(harness(), token, other));
      valueOf(await send(harness(), token));
      const codes = [await harness().readCode(address), await harness().readCode(other)] as const;
      expect(errorOf(await verify(harness(), token, codes[0]))).toMatchObject({ code: "code_invalid" });
      expect(sessionOf(await verify(harness(), token, codes[1])).app).toBe(harness().app);
    });

    it("does not bind another address for somebody who has one", async () => {
      const { challenge } = await openWithCode(harness());
      expect(errorOf(await bind(harness(), challenge.token, address))).toEqual({ code: "bind_not_allowed" });
    });
  });
}

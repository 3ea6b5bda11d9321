import { describe, expect, it } from "vitest";
import type { Bindings } from "../binding.ts";
import type { Harness } from "./harness.ts";
import { attempt, errorOf, inSecondBrowser, isAhead, openChallenge, openWithCode, sessionOf, valueOf, verify, wrongCode } from "./person.ts";
import { maskedAddress } from "./send.ts";

const address = "another-address@example.com";
/** Longer than a proof counts (R18). */
const STALE_MS = 5 * 60_000 + 1_000;

/** A session whose second factor was proven just now. */
export async function openSession(harness: Harness): Promise<string> {
  const { challenge, code } = await openWithCode(harness);
  return sessionOf(await verify(harness, challenge.token, code)).token;
}

const list = async ({ adapter }: Harness, token: string): Promise<Bindings> => valueOf(await adapter.listFactors({ token }, attempt()));
const unbind = ({ adapter }: Harness, token: string, id: string, key?: string) => adapter.unbindFactor({ token, id }, attempt(key));
const sendStepUp = ({ adapter }: Harness, token: string) => adapter.sendStepUpCode({ token, factor: "email", trigger: "auto" }, attempt());
const stepUp = ({ adapter }: Harness, token: string, code: string, key?: string) => adapter.stepUp({ token, factor: "email", code }, attempt(key));

/** Asks for a step-up's code and reads it. */
async function stepUpCode(harness: Harness, token: string): Promise<string> {
  valueOf(await sendStepUp(harness, token));
  return harness.readCode(harness.users.emailBound.address);
}

/** Binds another address, which takes the place of the login address in this application. */
async function bindOther(harness: Harness, token: string): Promise<void> {
  valueOf(await harness.adapter.bindEmail({ token, target: address }, attempt()));
  valueOf(await harness.adapter.confirmEmail({ token, code: await harness.readCode(address) }, attempt()));
}

export function describeAccount(harness: () => Harness): void {
  describe("the personal centre (R18)", () => {
    it("shows what is bound, masked, how to step up, and that a fresh login counts for 5 min", async () => {
      const shown = await list(harness(), await openSession(harness()));
      expect(shown.bindings).toContainEqual(expect.objectContaining({ factor: "email", target: expect.stringMatching(maskedAddress) }));
      expect(JSON.stringify(shown)).not.toContain(harness().users.emailBound.address);
      expect(shown.stepUpBy).toContain("email");
      expect(isAhead(shown.steppedUpUntil ?? 0, shown.now, 5 * 60_000)).toBe(true);
    });

    it("wants a fresh proof for a change, and takes a code for one (S-29)", async () => {
      const token = await openSession(harness());
      await harness().advance(STALE_MS);
      expect(errorOf(await harness().adapter.bindEmail({ token, target: address }, attempt()))).toEqual({ code: "step_up_required" });
      expect(errorOf(await unbind(harness(), token, "nothing"))).toEqual({ code: "step_up_required" });
      const { steppedUpUntil, now } = valueOf(await stepUp(harness(), token, await stepUpCode(harness(), token)));
      expect(isAhead(steppedUpUntil, now, 5 * 60_000)).toBe(true);
      expect((await list(harness(), token)).steppedUpUntil).toBe(steppedUpUntil);
      expect(errorOf(await unbind(harness(), token, "nothing"))).toEqual({ code: "not_found" });
    });

    it("counts wrong codes with all others: the sixth locks, and the session stays (R11, S-06)", async () => {
      const token = await openSession(harness());
      const code = await stepUpCode(harness(), token);
      for (let left = 5; left >= 1; left -= 1) expect(errorOf(await stepUp(harness(), token, wrongCode(code)))).toEqual({ code: "code_invalid", attemptsLeft: left });
      expect(errorOf(await stepUp(harness(), token, wrongCode(code)))).toMatchObject({ code: "locked" });
      expect((await harness().adapter.session({ token }, attempt())).ok).toBe(true);
    });

    it("clears no counter by a right code: it is no login (R11, S-04)", async () => {
      const other = inSecondBrowser(harness());
      const token = await openSession(harness());
      const { challenge, code } = await openWithCode(other);
      for (let step = 1; step <= 5; step += 1) errorOf(await verify(other, challenge.token, wrongCode(code, step)));
      await harness().advance(60_000);
      valueOf(await stepUp(harness(), token, await stepUpCode(harness(), token)));
      expect(errorOf(await verify(other, challenge.token, wrongCode(code)))).toMatchObject({ code: "locked" });
    });

    it("takes no login's code for a step-up (S-11)", async () => {
      const other = inSecondBrowser(harness());
      const token = await openSession(harness());
      const { code } = await openWithCode(other);
      expect(errorOf(await stepUp(harness(), token, code))).toMatchObject({ code: "code_invalid" });
    });

    it("binds an address by the code that was sent there, and the next login's code goes there", async () => {
      const token = await openSession(harness());
      expect(valueOf(await harness().adapter.bindEmail({ token, target: address }, attempt())).sentTo).toMatch(maskedAddress);
      const code = await harness().readCode(address);
      expect(errorOf(await harness().adapter.confirmEmail({ token, code: wrongCode(code) }, attempt()))).toEqual({ code: "code_invalid", attemptsLeft: 5 });
      valueOf(await harness().adapter.confirmEmail({ token, code }, attempt()));
      const sent = await harness().sentCount(address);
      const next = await openChallenge(harness(), harness().users.emailBound.identifier);
      valueOf(await harness().adapter.sendCode({ token: next.token, factor: "email", trigger: "auto" }, attempt()));
      expect(await harness().sentCount(address)).toBe(sent + 1);
    });

    it.for(["not an address", "ann@", "a@b@c.example"])("refuses the target %j as target_invalid", async (target) => {
      const token = await openSession(harness());
      expect(errorOf(await harness().adapter.bindEmail({ token, target }, attempt()))).toEqual({ code: "target_invalid" });
    });

    it("unbinds what can be removed, once, and acknowledges the same call again", async () => {
      const token = await openSession(harness());
      await bindOther(harness(), token);
      const id = (await list(harness(), token)).bindings.find(({ removable }) => removable)?.id ?? "";
      valueOf(await unbind(harness(), token, id, "same"));
      expect((await list(harness(), token)).bindings.filter(({ removable }) => removable)).toEqual([]);
      if (harness().adapter.capabilities.idempotent) valueOf(await unbind(harness(), token, id, "same"));
      expect(errorOf(await unbind(harness(), token, id))).toEqual({ code: "not_found" });
    });

    it("is not opened by a challenge's token (S-23)", async () => {
      const { token } = await openChallenge(harness(), harness().users.emailBound.identifier);
      expect(errorOf(await harness().adapter.listFactors({ token }, attempt()))).toEqual({ code: "unauthorized" });
      expect(errorOf(await stepUp(harness(), token, "123456"))).toEqual({ code: "unauthorized" });
    });
  });
}

export function describeAccountRepeat(harness: () => Harness): void {
  describe("the personal centre (R18)", () => {
    it("counts a wrong code once for one key (R12a)", async () => {
      const token = await openSession(harness());
      const code = await stepUpCode(harness(), token);
      for (let turn = 0; turn < 3; turn += 1) expect(errorOf(await stepUp(harness(), token, wrongCode(code), "same"))).toEqual({ code: "code_invalid", attemptsLeft: 5 });
    });
  });
}

import { describe, expect, it } from "vitest";
import type { Harness } from "./harness.ts";
import { attempt, errorOf, lock, sessionOf, valueOf } from "./person.ts";

const DAY_MS = 86_400_000;

/** A login with a second factor in the application that offers trust. */
async function logIn(harness: Harness, trustDevice: boolean) {
  const { adapter, users } = harness;
  const challenge = await meetChallenge(harness);
  valueOf(await adapter.sendCode({ token: challenge.token, factor: "email", trigger: "auto" }, attempt()));
  const code = await harness.readCode(users.emailBound.address);
  const done = await adapter.verifyCode({ token: challenge.token, factor: "email", code, trustDevice }, attempt());
  const { token } = sessionOf(done);
  const completion = valueOf(done);
  return { challenge, session: token, device: completion.status === "done" ? completion.deviceToken : undefined };
}

const enter = ({ adapter, password, users, trust }: Harness, deviceToken?: string, identifier = users.emailBound.identifier) =>
  adapter.signIn({ app: trust?.app ?? "", identifier, password, ...(deviceToken === undefined ? {} : { deviceToken }) }, attempt());

async function meetChallenge(harness: Harness) {
  const completion = valueOf(await enter(harness));
  if (completion.status !== "challenge") throw new Error("Expected a challenge, got a session.");
  return completion.challenge;
}

/** The token of a device that is trusted from now on. */
async function trusted(harness: Harness): Promise<string> {
  const { device } = await logIn(harness, true);
  if (device === undefined) throw new Error("Expected the token of a trusted device.");
  return device;
}

const statusOf = async (entered: ReturnType<typeof enter>) => valueOf(await entered).status;

export function describeDevices(harness: () => Harness): void {
  describe("a trusted device (R24)", () => {
    it("is offered for some days, and trusted only when asked", async () => {
      const { challenge, device } = await logIn(harness(), false);
      expect(challenge.trustDays).toBeGreaterThan(0);
      expect(device).toBeUndefined();
    });

    it("signs in with the password alone, and says that no second factor was proven", async () => {
      const session = sessionOf(await enter(harness(), await trusted(harness())));
      expect(session.amr).not.toContain("mfa");
    });

    it("lasts for the days that were promised and no longer, used or not", async () => {
      const { challenge, device } = await logIn(harness(), true);
      const days = challenge.trustDays ?? 0;
      await harness().advance(days * DAY_MS - 60_000);
      expect(await statusOf(enter(harness(), device))).toBe("done");
      await harness().advance(61_000);
      expect(await statusOf(enter(harness(), device))).toBe("challenge");
    });

    it("is worth nothing to somebody else, nor as another token", async () => {
      const device = await trusted(harness());
      expect(await statusOf(enter(harness(), device, harness().users.nothingBound.identifier))).toBe("challenge");
      expect(await statusOf(enter(harness(), "gd_nobody"))).toBe("challenge");
      expect(errorOf(await harness().adapter.session({ token: device }, attempt()))).toEqual({ code: "unauthorized" });
    });

    it("ends at the lock, for good", async () => {
      const device = await trusted(harness());
      const challenge = await meetChallenge(harness());
      await lock(harness(), challenge.token, "000000");
      expect(errorOf(await enter(harness(), device))).toMatchObject({ code: "locked" });
      await harness().advance(3_601_000);
      expect(await statusOf(enter(harness(), device))).toBe("challenge");
    });
  });
}

export function describeDevicesInCentre(harness: () => Harness): void {
  describe("a trusted device (R24)", () => {
    it("is listed to its owner, and asked again once it is revoked", async () => {
      const { session, device } = await logIn(harness(), true);
      const { devices } = valueOf(await harness().adapter.listDevices({ token: session }, attempt()));
      expect(devices).toEqual([expect.objectContaining({ app: harness().trust?.app, current: true })]);
      valueOf(await harness().adapter.revokeDevice({ token: session, id: devices[0]?.id ?? "" }, attempt()));
      expect(valueOf(await harness().adapter.listDevices({ token: session }, attempt())).devices).toEqual([]);
      expect(await statusOf(enter(harness(), device))).toBe("challenge");
    });

    it("is no step-up (S-64)", async () => {
      const { token } = sessionOf(await enter(harness(), await trusted(harness())));
      expect(errorOf(await harness().adapter.unbindFactor({ token, id: "nothing" }, attempt()))).toEqual({ code: "step_up_required" });
    });
  });
}

import { describe, expect, it } from "vitest";
import { burnChallenge, insertChallenge } from "../../store/challenge.ts";
import { deleteDevice, findDevice, insertDevice, killDevices, killDevicesOfScope } from "../../store/device.ts";
import { attemptPart } from "../../store/transaction.ts";
import type { StoreUnderTest } from "./under-test.ts";

/** From a challenge to a device that is trusted. */
export function describeLogin({ run, rig, accountId }: StoreUnderTest): void {
  it("a challenge burns once, and takes the account's expired ones with it when it is made", async () => {
    const challenge = (id: string, createdAt: number) => ({
      id, tokenHash: id, accountId, app: "demo", need: "verify" as const, factors: "[]", proven: "[]", recoveryMac: null, bindFactor: null, bindTarget: null,
      redirectUri: null, source: null, createdAt, expiresAt: createdAt + 900, burntAt: null, lockedUntil: null,
    });
    await run((tx) => insertChallenge(tx, challenge("one", 0)));
    expect(await run((tx) => burnChallenge(tx, "one", 1))).toBe(true);
    expect(await run((tx) => burnChallenge(tx, "one", 1))).toBe(false);
    await run((tx) => insertChallenge(tx, challenge("two", 900)));
    expect(await rig().db.selectFrom("challenge").select("id").execute()).toEqual([{ id: "two" }]);
  });

  describe("a trusted device", () => {
    const device = (id: string, trustedAt: number) => ({ id, tokenHash: id, accountId, app: "demo", scope: "demo", label: "l", trustedAt, lastUsedAt: trustedAt, expiresAt: trustedAt + 100 });
    const keep = (id: string, trustedAt: number) => run((tx) => insertDevice(tx, device(id, trustedAt)));
    const ids = async () => (await rig().db.selectFrom("device").select("id").orderBy("id").execute()).map(({ id }) => id);

    it("is found by its own account and application only, and takes the account's expired ones with it when it is made", async () => {
      await keep("one", 0);
      expect(await run((tx) => findDevice(tx, "one", accountId, "demo"))).toEqual(device("one", 0));
      expect(await run((tx) => findDevice(tx, "one", "demo-admin", "demo"))).toBeUndefined();
      expect(await run((tx) => findDevice(tx, "one", accountId, "demo-email"))).toBeUndefined();
      await keep("two", 100);
      expect(await ids()).toEqual(["two"]);
    });

    it("goes by itself, with its account's, or with its scope's", async () => {
      await keep("one", 0);
      expect(await run((tx) => deleteDevice(tx, "demo-admin", "one"))).toBeUndefined();
      expect(await run((tx) => deleteDevice(tx, accountId, "one"))).toMatchObject({ id: "one" });
      await keep("two", 0);
      await run((tx) => killDevicesOfScope(tx, "global"));
      expect(await ids()).toEqual(["two"]);
      await run((tx) => killDevicesOfScope(tx, "demo"));
      await keep("three", 0);
      await run((tx) => killDevices(tx, "demo-admin"));
      expect(await ids()).toEqual(["three"]);
      await run((tx) => killDevices(tx, accountId));
      expect(await ids()).toEqual([]);
    });

    it("that can't be written takes nothing else with it", async () => {
      const faults: unknown[] = [];
      const heard = (fault: unknown) => Promise.resolve(faults.push(fault)).then(() => {});
      await run(async (tx) => {
        await insertDevice(tx, device("one", 0));
        await attemptPart(tx, () => insertDevice(tx, { ...device("two", 0), tokenHash: "one" }), heard);
        await attemptPart(tx, () => insertDevice(tx, device("three", 0)), heard);
      });
      expect(await ids()).toEqual(["one", "three"]);
      expect(faults).toEqual([expect.any(Error)]);
    });
  });
}

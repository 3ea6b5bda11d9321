import type { Result, TrustedDevices } from "@guard/contract";
import { readVisit } from "../account/visit.ts";
import type { Caller } from "../caller.ts";
import type { Domain } from "../domain.ts";
import { listDevicesOf } from "../store/device.ts";

/** The devices this account trusts, in whatever application (R24). */
export function listDevices(domain: Domain, caller: Caller): Promise<Result<TrustedDevices>> {
  return readVisit(domain, caller, async (tx, { session: { accountId, deviceId } }, now) => {
    const rows = await listDevicesOf(tx, accountId, now);
    const devices = rows.map(({ id, app, label, trustedAt, lastUsedAt, expiresAt }) => ({ id, app, label, trustedAt, lastUsedAt, expiresAt, current: id === deviceId }));
    return { devices, now };
  });
}

import { succeed } from "@guard/contract";
import type { Result, TrustedDevices } from "@guard/contract";
import { openVisit } from "../account/visit.ts";
import type { Caller } from "../caller.ts";
import { sha256 } from "../crypto/digest.ts";
import type { Domain } from "../domain.ts";
import { listDevicesOf } from "../store/device.ts";
import { transact } from "../store/transaction.ts";

/** The devices this account trusts, in whatever application (R24). */
export async function listDevices(domain: Domain, caller: Caller): Promise<Result<TrustedDevices>> {
  const tokenHash = await sha256(caller.token);
  return transact(domain.store, async (tx) => {
    const now = domain.clock.now();
    const visit = await openVisit(tx, tokenHash, now);
    if (!visit.ok) return visit;
    const { accountId, deviceId } = visit.value.session;
    const rows = await listDevicesOf(tx, accountId, now);
    const devices = rows.map(({ id, app, label, trustedAt, lastUsedAt, expiresAt }) => ({ id, app, label, trustedAt, lastUsedAt, expiresAt, current: id === deviceId }));
    return succeed({ devices, now });
  });
}

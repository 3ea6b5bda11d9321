import { killDevices } from "../store/device.ts";
import type { Tx } from "../store/transaction.ts";

/** Switches the second factor off or on for an account (R4). A login that waits goes on; no device stays trusted (R24). Who did it and why is for the caller to record. */
export async function changeBypass(tx: Tx, accountId: string, mfaDisabled: boolean): Promise<void> {
  await tx.updateTable("account").set({ mfaDisabled: mfaDisabled ? 1 : 0 }).where("id", "=", accountId).execute();
  await killDevices(tx, accountId);
}

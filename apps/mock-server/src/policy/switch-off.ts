import type { Factor } from "@guard/contract";
import { deleteBindingsOfScope } from "../store/binding.ts";
import { killDevicesOfScope } from "../store/device.ts";
import { deleteOrphanRecoveryCodes } from "../store/recovery-code.ts";
import type { Tx } from "../store/transaction.ts";

/** A factor was switched off: its bindings in the scope go, and no device stays trusted there (R16a, R19, R24). Answers whose were removed; to warn before and to record after is for the caller. */
export async function dropFactor(tx: Tx, scope: string, factor: Factor): Promise<readonly string[]> {
  const accountIds = await deleteBindingsOfScope(tx, scope, factor);
  // A recovery code stands in for an authenticator app: it goes with the last one (R16).
  if (factor === "totp") await deleteOrphanRecoveryCodes(tx, accountIds);
  await killDevicesOfScope(tx, scope);
  return accountIds;
}

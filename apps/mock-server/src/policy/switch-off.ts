import type { Factor } from "@guard/contract";
import { lockAccount } from "../store/account.ts";
import { deleteBindingsOfScope, listAccountsOfScope } from "../store/binding.ts";
import { killDevicesOfScope } from "../store/device.ts";
import { deleteOrphanRecoveryCodes } from "../store/recovery-code.ts";
import type { Tx } from "../store/transaction.ts";

/** A factor was switched off: its bindings in the scope go, and no device stays trusted there (R16a, R19, R24). Answers whose were removed; to warn before and to record after is for the caller. */
export async function dropFactor(tx: Tx, scope: string, factor: Factor): Promise<readonly string[]> {
  const accountIds = await dropBindings(tx, scope, factor);
  await killDevicesOfScope(tx, scope);
  return accountIds;
}

/** The scope's bindings of a factor, and the recovery code with an account's last authenticator app (R16). */
export async function dropBindings(tx: Tx, scope: string, factor: Factor): Promise<readonly string[]> {
  // One after the other in one order: a login on its way ends first, and two of these never wait for each other.
  for (const accountId of await listAccountsOfScope(tx, scope, factor)) await lockAccount(tx, accountId);
  const accountIds = await deleteBindingsOfScope(tx, scope, factor);
  if (factor === "totp") await deleteOrphanRecoveryCodes(tx, accountIds);
  return accountIds;
}

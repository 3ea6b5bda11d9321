import type { Caller } from "../caller.ts";
import type { Domain } from "../domain.ts";
import { findAccount, lockAccount, replacePassword } from "../store/account.ts";
import { listApplicationNames } from "../store/application.ts";
import { recordAudit } from "../store/audit.ts";
import { burnChallenges } from "../store/challenge.ts";
import { killDevices } from "../store/device.ts";
import { deleteSessions } from "../store/session.ts";
import { transact } from "../store/transaction.ts";
import { checkNewPassword } from "./new-password.ts";
import type { PasswordRefusal } from "./new-password.ts";

/** Gives an account another password, or says why not (S-38). Every session, every login on its way and every trusted device ends; nothing is opened, and a lock and its counters stay as they are (S-55). */
export async function changePassword(domain: Domain, caller: Caller, accountId: string, password: string): Promise<PasswordRefusal | undefined> {
  const context = await transact(domain.store, async (tx) => {
    const { username, email } = await findAccount(tx, accountId);
    return [username, email?.split("@")[0] ?? "", ...(await listApplicationNames(tx))];
  });
  const refusal = await checkNewPassword(password, context);
  if (refusal !== undefined) return refusal;
  const hashed = await domain.hasher.hash(password);
  await transact(domain.store, async (tx) => {
    const now = domain.clock.now();
    await lockAccount(tx, accountId);
    await replacePassword(tx, accountId, hashed);
    await deleteSessions(tx, accountId);
    await burnChallenges(tx, accountId, now);
    await killDevices(tx, accountId);
    await recordAudit(tx, caller, { event: "password_change", result: "success", accountId }, now);
  });
  return undefined;
}

import type { Tx } from "./transaction.ts";

/** When the account's recovery code was made, if it has one. */
export async function recoveryCodeTime(tx: Tx, accountId: string): Promise<number | undefined> {
  return (await tx.selectFrom("recoveryCode").select("createdAt").where("accountId", "=", accountId).executeTakeFirst())?.createdAt;
}

export async function deleteRecoveryCode(tx: Tx, accountId: string): Promise<void> {
  await tx.deleteFrom("recoveryCode").where("accountId", "=", accountId).execute();
}

/** Of these accounts, those without an authenticator app in any scope lose their recovery code. */
export async function deleteOrphanRecoveryCodes(tx: Tx, accountIds: readonly string[]): Promise<void> {
  for (const accountId of accountIds) {
    const left = await tx.selectFrom("binding").select("id").where("accountId", "=", accountId).where("factor", "=", "totp").executeTakeFirst();
    if (left === undefined) await deleteRecoveryCode(tx, accountId);
  }
}

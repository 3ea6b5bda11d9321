import type { Tx } from "./transaction.ts";

/** The MAC of the account's recovery code, if it has one. */
export async function findRecoveryMac(tx: Tx, accountId: string): Promise<string | undefined> {
  return (await tx.selectFrom("recoveryCode").select("mac").where("accountId", "=", accountId).executeTakeFirst())?.mac;
}

/** The new code takes the place of the old one, which dies (S-20). */
export async function putRecoveryCode(tx: Tx, accountId: string, mac: string, now: number): Promise<void> {
  await tx
    .insertInto("recoveryCode")
    .values({ accountId, mac, createdAt: now })
    .onConflict((conflict) => conflict.column("accountId").doUpdateSet({ mac, createdAt: now }))
    .execute();
}

/** Uses a code up, and the next one takes its place: of any number at once one gets `true` (S-20). */
export async function spendRecoveryCode(tx: Tx, accountId: string, spent: string, next: string, now: number): Promise<boolean> {
  const done = await tx
    .updateTable("recoveryCode")
    .set({ mac: next, createdAt: now })
    .where("accountId", "=", accountId)
    .where("mac", "=", spent)
    .returning("accountId")
    .executeTakeFirst();
  return done !== undefined;
}

/** When the account's recovery code was made, if it has one. */
export async function recoveryCodeTime(tx: Tx, accountId: string): Promise<number | undefined> {
  return (await tx.selectFrom("recoveryCode").select("createdAt").where("accountId", "=", accountId).executeTakeFirst())?.createdAt;
}

async function deleteRecoveryCode(tx: Tx, accountId: string): Promise<void> {
  await tx.deleteFrom("recoveryCode").where("accountId", "=", accountId).execute();
}

/** A recovery code stands in for an authenticator app wherever one is bound: of these accounts, those without one in any scope lose it (R16, R16a). */
export async function deleteOrphanRecoveryCodes(tx: Tx, accountIds: readonly string[]): Promise<void> {
  for (const accountId of accountIds) {
    const left = await tx.selectFrom("binding").select("id").where("accountId", "=", accountId).where("factor", "=", "totp").executeTakeFirst();
    if (left === undefined) await deleteRecoveryCode(tx, accountId);
  }
}

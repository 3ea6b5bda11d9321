import type { SessionRow } from "./schema.ts";
import type { Tx } from "./transaction.ts";

/** Called by `completeLogin` and by nothing else (S-24; a test reads the source). */
export async function insertSession(tx: Tx, session: SessionRow): Promise<void> {
  await tx.deleteFrom("session").where("accountId", "=", session.accountId).where("expiresAt", "<=", session.authTime).execute();
  await tx.insertInto("session").values(session).execute();
}

export function findSessionByToken(tx: Tx, tokenHash: string, now: number): Promise<SessionRow | undefined> {
  return tx.selectFrom("session").selectAll().where("tokenHash", "=", tokenHash).where("expiresAt", ">", now).executeTakeFirst();
}

export function deleteSessionByToken(tx: Tx, tokenHash: string, now: number): Promise<SessionRow | undefined> {
  return tx.deleteFrom("session").where("tokenHash", "=", tokenHash).where("expiresAt", ">", now).returningAll().executeTakeFirst();
}

/** Whether the session was still there to be taken away. */
export async function deleteSession(tx: Tx, id: string): Promise<boolean> {
  return (await tx.deleteFrom("session").where("id", "=", id).returning("id").executeTakeFirst()) !== undefined;
}

export async function deleteSessions(tx: Tx, accountId: string): Promise<void> {
  await tx.deleteFrom("session").where("accountId", "=", accountId).execute();
}

/** Names the trusted device a session belongs to, so that its owner can tell it from the others. */
export async function setDeviceOfSession(tx: Tx, id: string, deviceId: string): Promise<void> {
  await tx.updateTable("session").set({ deviceId }).where("id", "=", id).execute();
}

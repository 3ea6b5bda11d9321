import type { SessionRow } from "./schema.ts";
import type { Tx } from "./transaction.ts";

/** Called by `completeLogin` and by nothing else (S-24; a test reads the source). */
export async function insertSession(tx: Tx, session: SessionRow): Promise<void> {
  await tx.deleteFrom("session").where("accountId", "=", session.accountId).where("expiresAt", "<=", session.authTime).execute();
  await tx.insertInto("session").values(session).execute();
}

/** The session behind a token. Whoever shows the token holds the session: from its first use on it no longer dies early (R14). */
export async function claimSession(tx: Tx, tokenHash: string, now: number): Promise<SessionRow | undefined> {
  const session = await tx.selectFrom("session").selectAll().where("tokenHash", "=", tokenHash).where("expiresAt", ">", now).executeTakeFirst();
  if (session === undefined || session.unheldUntil === null) return session;
  if (session.unheldUntil <= now) return undefined;
  await tx.updateTable("session").set({ unheldUntil: null }).where("id", "=", session.id).execute();
  return session;
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

/** A proof was given now (R18). */
export async function setSteppedUp(tx: Tx, id: string, now: number): Promise<void> {
  await tx.updateTable("session").set({ steppedUpAt: now }).where("id", "=", id).execute();
}

/** Keeps the address to bind in the personal centre; it is bound only when its code comes back (S-27). Nulls when it was. */
export async function setTargetOfSession(tx: Tx, id: string, bindFactor: string | null, bindTarget: string | null): Promise<void> {
  await tx.updateTable("session").set({ bindFactor, bindTarget }).where("id", "=", id).execute();
}

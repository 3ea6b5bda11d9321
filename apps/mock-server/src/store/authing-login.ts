import type { AuthingLoginTable } from "./tables/authing.ts";
import type { Tx } from "./transaction.ts";

/** Keeps who was given a challenge, for as long as the challenge lives. */
export async function keepAuthingLogin(tx: Tx, login: Pick<AuthingLoginTable, "tokenHash" | "app" | "network" | "createdAt" | "expiresAt">): Promise<void> {
  await tx.deleteFrom("authingLogin").where("expiresAt", "<=", login.createdAt).execute();
  await tx
    .insertInto("authingLogin")
    .values({ ...login, session: null, codeMac: null, keptAt: null, looseTarget: null })
    .onConflict((conflict) => conflict.column("tokenHash").doNothing())
    .execute();
}

export type KeptSession = Pick<AuthingLoginTable, "codeMac"> & { readonly session: string; readonly keptAt: number };

/** Keeps the session that a login led to, until its client asks for it. */
export async function keepSessionOfLogin(tx: Tx, tokenHash: string, kept: KeptSession): Promise<void> {
  await tx.updateTable("authingLogin").set(kept).where("tokenHash", "=", tokenHash).execute();
}

export async function findSessionOfLogin(tx: Tx, tokenHash: string, now: number): Promise<KeptSession | undefined> {
  const row = await tx.selectFrom("authingLogin").select(["session", "codeMac", "keptAt"]).where("tokenHash", "=", tokenHash).where("expiresAt", ">", now).executeTakeFirst();
  return row === undefined || row.session === null || row.keptAt === null ? undefined : { session: row.session, codeMac: row.codeMac, keptAt: row.keptAt };
}

/** The client has it now. */
export async function forgetSessionOfLogin(tx: Tx, tokenHash: string): Promise<void> {
  await tx.updateTable("authingLogin").set({ session: null, codeMac: null }).where("tokenHash", "=", tokenHash).execute();
}

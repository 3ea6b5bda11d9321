import type { AuthingLoginTable } from "./schema.ts";
import type { Tx } from "./transaction.ts";

/** Keeps who was given a challenge, for as long as the challenge lives. */
export async function keepAuthingLogin(tx: Tx, login: AuthingLoginTable): Promise<void> {
  await tx.deleteFrom("authingLogin").where("expiresAt", "<=", login.createdAt).execute();
  await tx
    .insertInto("authingLogin")
    .values(login)
    .onConflict((conflict) => conflict.column("tokenHash").doNothing())
    .execute();
}

/** The logins of a network in an application that are not over yet, newest first, as hashes of their tokens. */
export async function listAuthingLogins(tx: Tx, network: string, app: string, now: number): Promise<string[]> {
  const rows = await tx
    .selectFrom("authingLogin")
    .innerJoin("challenge", "challenge.tokenHash", "authingLogin.tokenHash")
    .select("authingLogin.tokenHash")
    .where("authingLogin.network", "=", network)
    .where("authingLogin.app", "=", app)
    .where("authingLogin.expiresAt", ">", now)
    .where("challenge.burntAt", "is", null)
    .where("challenge.lockedUntil", "is", null)
    .orderBy("authingLogin.createdAt", "desc")
    .limit(MOST)
    .execute();
  return rows.map(({ tokenHash }) => tokenHash);
}

/** An office signs in behind one address; looking through more than these would cost more than a send is worth. */
const MOST = 50;

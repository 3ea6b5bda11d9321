import type { Tx } from "./transaction.ts";

/** Whether a text that could be read as a phone is somebody's username. */
export async function isUsername(tx: Tx, username: string): Promise<boolean> {
  return (await tx.selectFrom("account").select("id").where("username", "=", username).executeTakeFirst()) !== undefined;
}

import type { TotpEnrolmentRow } from "./schema.ts";
import type { Tx } from "./transaction.ts";

/** Starts an enrolment; the one its holder had before is gone, and with it the account's that are over. */
export async function startEnrolment(tx: Tx, enrolment: Omit<TotpEnrolmentRow, "tries">, now: number): Promise<void> {
  await tx
    .deleteFrom("totpEnrolment")
    .where((where) => where.or([where("holder", "=", enrolment.holder), where.and([where("accountId", "=", enrolment.accountId), where("expiresAt", "<=", now)])]))
    .execute();
  await tx.insertInto("totpEnrolment").values({ ...enrolment, tries: 0 }).execute();
}

export function findEnrolment(tx: Tx, holder: string, now: number): Promise<TotpEnrolmentRow | undefined> {
  return tx.selectFrom("totpEnrolment").selectAll().where("holder", "=", holder).where("expiresAt", ">", now).executeTakeFirst();
}

/** Counts a try before it is compared; nothing when the enrolment had its tries or its time (S-19). */
export function countEnrolmentTry(tx: Tx, holder: string, limit: number, now: number): Promise<TotpEnrolmentRow | undefined> {
  return tx
    .updateTable("totpEnrolment")
    .set((row) => ({ tries: row("tries", "+", 1) }))
    .where("holder", "=", holder)
    .where("tries", "<", limit)
    .where("expiresAt", ">", now)
    .returningAll()
    .executeTakeFirst();
}

/** The enrolment is confirmed or dead; false when another one took its place meanwhile. */
export async function endEnrolment(tx: Tx, { holder, id }: Pick<TotpEnrolmentRow, "holder" | "id">): Promise<boolean> {
  const ended = await tx.deleteFrom("totpEnrolment").where("holder", "=", holder).where("id", "=", id).returning("id").executeTakeFirst();
  return ended !== undefined;
}

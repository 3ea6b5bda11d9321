import type { AdminEventTable } from "./tables/limits.ts";
import type { Tx } from "./transaction.ts";

/** One an hour tells as much as a thousand. */
const QUIET_MS = 3_600_000;

/** Tells administrators what happened to a subject, unless they heard of the same within the hour. */
export async function raiseAdminEvent(tx: Tx, event: AdminEventTable): Promise<void> {
  const heard = await tx
    .selectFrom("adminEvent")
    .select("id")
    .where("kind", "=", event.kind)
    .where("subject", "=", event.subject)
    .where("at", ">", event.at - QUIET_MS)
    .executeTakeFirst();
  if (heard === undefined) await tx.insertInto("adminEvent").values(event).execute();
}

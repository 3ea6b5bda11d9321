import type { DispatchTable } from "./tables/limits.ts";
import type { Tx } from "./transaction.ts";

/** The longest window anybody counts over. */
const KEPT_MS = 86_400_000;

/** Which messages are counted: by budget, by recipient, by recipient and who asked, or by application and channel. */
export type DispatchFilter = Partial<Pick<DispatchTable, "bucket" | "recipient" | "network" | "app" | "channel">>;

/** A limit over a window that slides. */
export interface Allowance {
  readonly limit: number;
  readonly windowMs: number;
}

/** When the next message may be counted, or nothing when it may be now. Hold the bucket while you ask and insert. */
export async function nextDispatchAt(tx: Tx, filter: DispatchFilter, { limit, windowMs }: Allowance, now: number): Promise<number | undefined> {
  let query = tx.selectFrom("dispatch").select("at").where("at", ">", now - windowMs);
  for (const [column, value] of Object.entries(filter)) query = query.where(column as keyof DispatchFilter, "=", value);
  // The limit-th newest is the one whose leaving makes room.
  const oldest = await query.orderBy("at", "desc").offset(limit - 1).limit(1).executeTakeFirst();
  return oldest === undefined ? undefined : oldest.at + windowMs;
}

export async function insertDispatch(tx: Tx, dispatch: DispatchTable): Promise<void> {
  await tx.insertInto("dispatch").values(dispatch).execute();
}

/** Nothing went out, so nothing is counted (R6a). */
export async function takeBackDispatch(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom("dispatch").where("id", "=", id).execute();
}

export async function sweepDispatches(tx: Tx, now: number): Promise<void> {
  await tx.deleteFrom("dispatch").where("at", "<=", now - KEPT_MS).execute();
}

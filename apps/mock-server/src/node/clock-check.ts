import type { Store } from "../ports.ts";
import { transact } from "../store/transaction.ts";
import { StartError } from "./start-error.ts";

const DAY_MS = 86_400_000;
const TOLERANCE_MS = 5_000;

/**
 * How far the machine's clock is behind the newest record, in milliseconds; 0 when it is not. A clock that was set back
 * while the server was down would bring back codes and challenges that were over (S-58), so time goes on from the record.
 * By more than a day one of the two is simply wrong, and a person has to say which.
 */
export async function lagBehindRecords(store: Store, now: number): Promise<number> {
  const newest = await transact(store, (tx) => tx.selectFrom("audit").select("at").orderBy("at", "desc").limit(1).executeTakeFirst());
  const lag = (newest?.at ?? 0) - now;
  if (lag > DAY_MS) {
    throw new StartError(`The newest record is ${Math.floor(lag / DAY_MS)} days ahead of this machine's clock; set the clock right before the server starts.`);
  }
  return lag > TOLERANCE_MS ? lag : 0;
}

import { DEMO_USERS } from "../development/data.ts";
import type { Store } from "../ports.ts";
import { transact } from "../store/transaction.ts";
import { StartError } from "./start-error.ts";

/** Production on a database with the demo users would let everybody in who can read (S-60). */
export async function refuseDemoUsers(store: Store): Promise<void> {
  const ids = DEMO_USERS.map(({ username }) => `demo-${username}`);
  const found = await transact(store, (tx) => tx.selectFrom("account").select("username").where("id", "in", ids).orderBy("id").executeTakeFirst());
  if (found === undefined) return;
  throw new StartError(`The database holds the demo user ${found.username}, whose password is public; set DATABASE_URL to a database that development never used.`);
}

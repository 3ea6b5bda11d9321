import type { Store } from "../../app.ts";
import { sha256 } from "../../crypto/digest.ts";

/** Somebody with an e-mail bound in `demo-email`, past the password: their challenges stand in the store. */
export interface Person {
  readonly id: string;
  readonly email: string;
  readonly tokens: readonly string[];
}

/** Puts people into the store, past the server, so that a race needs no password hashing. */
export async function putPeople(store: Store, names: readonly string[], challenges = 1, now = Date.now()): Promise<Person[]> {
  const model = await store.db.selectFrom("account").selectAll().where("username", "=", "new-user").executeTakeFirstOrThrow();
  const people = names.map((id) => ({ id, email: `${id}@example.com`, tokens: Array.from({ length: challenges }, (_, at) => `gc_${id}-${at}`) }));
  await store.db.insertInto("account").values(people.map(({ id }) => ({ ...model, id, username: id }))).execute();
  const bindings = people.map(({ id, email }) => ({ id, accountId: id, factor: "email", scope: "demo-email", target: email, secret: null, boundAt: now }));
  await store.db.insertInto("binding").values(bindings).execute();
  const rows = people.flatMap(({ id, tokens }) => tokens.map((token) => ({ id: token, token, accountId: id })));
  const expiresAt = now + 900_000;
  const shared = { app: "demo-email", need: "verify" as const, factors: '["email"]', bindFactor: null, bindTarget: null, redirectUri: null, source: null, createdAt: now, expiresAt, burntAt: null, lockedUntil: null };
  for (const { token, ...row } of rows) await store.db.insertInto("challenge").values({ ...row, ...shared, tokenHash: await sha256(token) }).execute();
  return people;
}

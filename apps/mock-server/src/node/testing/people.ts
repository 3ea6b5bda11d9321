import type { Store } from "../../app.ts";
import { sha256 } from "../../crypto/digest.ts";
import { deriveKeys } from "../../crypto/keys.ts";
import { seal } from "../../crypto/seal.ts";
import { mintRecovery } from "../../factors/recovery/code.ts";
import { codeAt } from "../../factors/totp/otp.ts";

/** Somebody with an e-mail bound in `demo-email`, past the password: their challenges stand in the store. */
export interface Person {
  readonly id: string;
  readonly email: string;
  readonly tokens: readonly string[];
}

/** The secret of everybody's authenticator app in these tests. */
export const APP_SECRET = new TextEncoder().encode("12345678901234567890");

/** What their authenticator app shows now. */
export const appCode = (): string => codeAt(APP_SECRET, Date.now());

/** Moves somebody's challenges and e-mail to `demo`, which takes authenticator apps too, binds one there, and gives them a recovery code. */
export async function bindApp(store: Store, serverSecret: string, { id, tokens }: Person): Promise<string> {
  const keys = await deriveKeys(new TextEncoder().encode(serverSecret));
  const random = { bytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)) };
  const secret = await seal(keys, random, { accountId: id, bindingId: `app-${id}` }, APP_SECRET);
  const recovery = await mintRecovery(keys, random);
  await store.db.updateTable("binding").set({ scope: "demo" }).where("accountId", "=", id).execute();
  await store.db.insertInto("binding").values({ id: `app-${id}`, accountId: id, factor: "totp", scope: "demo", target: null, secret, boundAt: 0 }).execute();
  await store.db.insertInto("recoveryCode").values({ accountId: id, mac: recovery.mac, createdAt: 0 }).execute();
  await store.db.updateTable("challenge").set({ app: "demo", factors: '["email","totp"]' }).where("id", "in", [...tokens]).execute();
  return recovery.code;
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

import type { Store } from "../../app.ts";
import { deriveKeys, type Keys } from "../../crypto/keys.ts";
import { seal } from "../../crypto/seal.ts";
import { mintRecovery } from "../../factors/recovery/code.ts";
import { APP_SECRET, putPeople, type Person } from "./people.ts";

/** Applications with rules of their own, both asking for every factor. */
const APPS = ["schedule-one", "schedule-two"] as const;

/** Challenges that a person has open in each. */
export const CHALLENGES = 3;

const FACTORS = '["email","sms","totp","face"]';

export async function putApps(store: Store): Promise<void> {
  const model = await store.db.selectFrom("application").selectAll().where("id", "=", "demo").executeTakeFirstOrThrow();
  await store.db.insertInto("application").values(APPS.map((id) => ({ ...model, id, name: id, factors: FACTORS }))).execute();
}

/** Somebody with every factor bound in both, and a recovery code. */
export interface Everybody extends Person {
  /** What codes go to, in each application: two targets, for the wait between two codes is the target's (R9). */
  readonly targets: readonly { readonly email: string; readonly sms: string }[];
  readonly recovery: string;
}

const random = { bytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)) };

/** `number` makes their phones. */
export async function putEverybody(store: Store, serverSecret: string, id: string, number: number): Promise<Everybody> {
  const keys = await deriveKeys(new TextEncoder().encode(serverSecret));
  const [person] = await putPeople(store, [id], CHALLENGES * APPS.length);
  if (person === undefined) throw new Error("Nobody was put into the store.");
  const recovery = await mintRecovery(keys, random);
  await store.db.insertInto("recoveryCode").values({ accountId: id, mac: recovery.mac, createdAt: 0 }).execute();
  const targets = APPS.map((app, at) => ({ email: `${id}@${app}.example`, sms: `+86138${String(number * APPS.length + at).padStart(8, "0")}` }));
  const rows = await Promise.all(APPS.map((app, at) => rowsOf(keys, id, app, targets[at])));
  await store.db.insertInto("binding").values(rows.flat()).execute();
  for (const [at, app] of APPS.entries()) {
    const here = person.tokens.slice(at * CHALLENGES, (at + 1) * CHALLENGES);
    await store.db.updateTable("challenge").set({ app, factors: FACTORS }).where("id", "in", here).execute();
  }
  return { ...person, targets, recovery: recovery.code };
}

async function rowsOf(keys: Keys, accountId: string, scope: string, target: { readonly email: string; readonly sms: string } | undefined) {
  const sealed = (bindingId: string, secret: Uint8Array) => seal(keys, random, { accountId, bindingId }, secret);
  const row = (factor: string) => ({ id: `${factor}-${accountId}-${scope}`, accountId, factor, scope, target: null, secret: null, boundAt: 0 });
  const [app, face] = [row("totp"), row("face")];
  return [
    { ...row("email"), target: target?.email ?? null },
    { ...row("sms"), target: target?.sms ?? null },
    { ...app, secret: await sealed(app.id, APP_SECRET) },
    // As the tests' face provider describes Ann.
    { ...face, secret: await sealed(face.id, new TextEncoder().encode("0")) },
  ];
}

import { copyFileSync } from "node:fs";
import type { Store } from "../../apps/mock-server/src/app.ts";
import { sha256 } from "../../apps/mock-server/src/crypto/digest.ts";
import { deriveKeys } from "../../apps/mock-server/src/crypto/keys.ts";
import { codeMac } from "../../apps/mock-server/src/factors/sent-code.ts";
import { openSqliteStore } from "../../apps/mock-server/src/node/sqlite-store.ts";
import { migrate } from "../../apps/mock-server/src/store/migrate.ts";

/** Asks for no second factor: a password login is a session. */
export const OPEN_APP = "bench-open";
export const MAIL_APP = "bench-mail";
export const CODE = "123456";

export const userName = (at: number): string => `bench-${at}`;
export const tokenOf = (at: number): string => `gc_bench-${at}`;

export interface Seed {
  readonly secret: Uint8Array;
  readonly people: number;
  /** The hash of everybody's password. */
  readonly password: string;
}

/** Two databases alike: people with a password, a bound e-mail, an open challenge and a live code each. Nobody's code went through a mailbox. */
export async function seedTwice(one: string, other: string, seed: Seed): Promise<void> {
  const store = await openSqliteStore(`file:${one}`, "production");
  await migrate(store);
  await fill(store, seed);
  // Closed, the write-ahead log is in the file.
  await store.close();
  copyFileSync(one, other);
}

async function fill(store: Store, { secret, people, password }: Seed): Promise<void> {
  const keys = await deriveKeys(secret);
  const now = Date.now();
  const rows = await Promise.all(Array.from({ length: people }, (_, at) => rowsOf(at)));

  async function rowsOf(at: number) {
    const id = userName(at);
    const target = `${id}@example.com`;
    const slot = { accountId: id, target, purpose: "login", app: MAIL_APP } as const;
    return {
      account: { id, username: id, email: null, emailVerified: 0, phone: null, phoneVerified: 0, password, mfaDisabled: 0, role: "user", failures: 0, total: 0, lockedUntil: null, closedAt: null, createdAt: now },
      binding: { id, accountId: id, factor: "email", scope: MAIL_APP, target, secret: null, boundAt: now },
      challenge: { id, tokenHash: await sha256(tokenOf(at)), accountId: id, app: MAIL_APP, need: "verify", factors: '["email"]', bindFactor: null, bindTarget: null, redirectUri: null, createdAt: now, expiresAt: now + 900_000, burntAt: null, lockedUntil: null },
      code: { id, ...slot, mac: await codeMac(keys, slot, CODE), live: 1, createdAt: now, expiresAt: now + 600_000, usedAt: null },
    } as const;
  }

  await store.db.transaction().execute(async (tx) => {
    for (const [id, factors] of [[OPEN_APP, "[]"], [MAIL_APP, '["email"]']] as const) {
      await tx.insertInto("application").values({ id, name: id, ownRules: 1, factors, numbers: "{}", redirectUris: "[]" }).execute();
    }
    for (const { account, binding, challenge, code } of rows) {
      await tx.insertInto("account").values(account).execute();
      await tx.insertInto("binding").values(binding).execute();
      await tx.insertInto("challenge").values(challenge).execute();
      await tx.insertInto("code").values(code).execute();
    }
  });
}

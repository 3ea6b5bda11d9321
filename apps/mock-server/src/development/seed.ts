import { deriveKeys } from "../crypto/keys.ts";
import type { Keys } from "../crypto/keys.ts";
import { seedApplicationSecrets } from "../hosts/application-secret.ts";
import { DEFAULT_NUMBERS } from "../policy/numbers.ts";
import type { PolicyNumbers } from "../policy/numbers.ts";
import type { Ports } from "../ports.ts";
import { transact } from "../store/transaction.ts";
import type { Tx } from "../store/transaction.ts";
import { DEMO_APPLICATIONS, DEMO_NUMBERS, DEMO_OFFICE_RANGES, DEMO_PASSWORD, DEMO_REDIRECT_URIS, DEMO_USERS, DEMO_WEB_OTP_HOST } from "./data.ts";
import type { DemoUser } from "./data.ts";
import { prepareAuthenticator } from "./authenticator.ts";
import type { Authenticator } from "./authenticator.ts";

export interface SeedOptions {
  /** The demo password hashed beforehand, for a platform where hashing is slow (the page). */
  readonly passwordHash?: string;
  /** Numbers of every policy that differ from the defaults. */
  readonly numbers?: Partial<PolicyNumbers>;
}

/** Puts the development data in. Run it at each start: what is there stays, `locked-user` is locked for another hour. */
export async function seedDevelopment(ports: Ports, options: SeedOptions = {}): Promise<void> {
  const now = ports.clock.now();
  await transact(ports.store, (tx) => seedApplications(tx, options.numbers));
  await seedApplicationSecrets(ports, DEMO_APPLICATIONS.map(({ id }) => id));
  const missing = await transact(ports.store, listMissingUsers);
  if (missing.length > 0) {
    const password = options.passwordHash ?? (await ports.hasher.hash(DEMO_PASSWORD));
    const keys = await deriveKeys(ports.config.secret);
    for (const user of missing) await seedUser(ports, keys, user, password, now);
  }
  await transact(ports.store, (tx) => lockUsers(tx, now));
}

async function seedApplications(tx: Tx, own: Partial<PolicyNumbers> = {}): Promise<void> {
  const shared = { redirectUris: JSON.stringify(DEMO_REDIRECT_URIS), officeRanges: JSON.stringify(DEMO_OFFICE_RANGES), webOtpHost: DEMO_WEB_OTP_HOST };
  await tx.updateTable("globalPolicy").set({ numbers: JSON.stringify({ ...DEMO_NUMBERS, ...own }) }).where("numbers", "=", "{}").execute();
  for (const { id, name, ownRules, factors, trustDeviceDays = 0, signInCode = false } of DEMO_APPLICATIONS) {
    const numbers = JSON.stringify({ ...DEMO_NUMBERS, ...own, ...(trustDeviceDays > 0 ? { trustDeviceDays } : {}) });
    const signInMethods = JSON.stringify(signInCode ? ["password", "code"] : ["password"]);
    await tx
      .insertInto("application")
      .values({ id, name, ownRules: ownRules ? 1 : 0, factors: JSON.stringify(factors), numbers, signInMethods, ...shared })
      .onConflict((conflict) => conflict.column("id").doNothing())
      .execute();
  }
}

async function listMissingUsers(tx: Tx): Promise<DemoUser[]> {
  const rows = await tx.selectFrom("account").select("username").execute();
  const present = new Set(rows.map((row) => row.username));
  return DEMO_USERS.filter((user) => !present.has(user.username));
}

async function seedUser(ports: Ports, keys: Keys, user: DemoUser, password: string, now: number): Promise<void> {
  const accountId = `demo-${user.username}`;
  const authenticator = user.totp === true ? await prepareAuthenticator(ports.random, keys, accountId, now) : undefined;
  await transact(ports.store, async (tx) => {
    const inserted = await insertAccount(tx, accountId, user, password, now);
    if (inserted && authenticator !== undefined) await insertAuthenticator(tx, authenticator);
  });
}

/** False when another process seeded the user first. */
async function insertAccount(tx: Tx, id: string, user: DemoUser, password: string, now: number): Promise<boolean> {
  const { username, email = null, phone = null } = user;
  const row = await tx
    .insertInto("account")
    .values({
      id,
      username,
      email,
      emailVerified: email === null ? 0 : 1,
      phone,
      phoneVerified: phone === null ? 0 : 1,
      password,
      mfaDisabled: user.mfaDisabled === true ? 1 : 0,
      role: user.admin === true ? "admin" : "user",
      failures: 0,
      total: 0,
      lockedUntil: null,
      closedAt: null,
      createdAt: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

async function insertAuthenticator(tx: Tx, { bindings, recovery }: Authenticator): Promise<void> {
  await tx.insertInto("binding").values([...bindings]).execute();
  await tx.insertInto("recoveryCode").values(recovery).execute();
}

async function lockUsers(tx: Tx, now: number): Promise<void> {
  const usernames = DEMO_USERS.filter((user) => user.locked === true).map((user) => user.username);
  const { failuresToLock, lockMs } = DEFAULT_NUMBERS;
  await tx
    .updateTable("account")
    .set({ failures: failuresToLock, total: failuresToLock, lockedUntil: now + lockMs, closedAt: null })
    .where("username", "in", usernames)
    .execute();
}

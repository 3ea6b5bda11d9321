import { toBase64Url } from "../crypto/encoding.ts";
import { deriveHmacKey } from "../crypto/keys.ts";
import { mac, sameMac } from "../crypto/mac.ts";
import type { Ports } from "../ports.ts";
import { insertSecretMac, listSecretMacs } from "../store/application-secret.ts";
import { transact } from "../store/transaction.ts";

/** What the development data's secrets begin with. Everybody knows them, so production takes none of them. */
const DEMO_PREFIX = "demo-secret-";

/** The secret of a demo application, for documents and tests: `demo-secret-demo-email`. */
export const demoSecret = (app: string): string => DEMO_PREFIX + app;

/** The form in which a secret is stored: worth nothing without the server's own secret, and only for its application. */
async function macOf(serverSecret: Uint8Array, app: string, secret: string): Promise<string> {
  return mac(await deriveHmacKey(serverSecret, "guard application"), app, secret);
}

/** Makes another secret for an application's backend. It is told here and never again; older ones go on to work. */
export async function issueApplicationSecret(ports: Ports, app: string): Promise<string> {
  const secret = `ga_${toBase64Url(ports.random.bytes(32))}`;
  const stored = await macOf(ports.config.secret, app, secret);
  await transact(ports.store, (tx) => insertSecretMac(tx, app, stored, ports.clock.now()));
  return secret;
}

/** Gives each demo application its known secret. */
export async function seedApplicationSecrets(ports: Ports, apps: readonly string[]): Promise<void> {
  const rows = await Promise.all(apps.map(async (app) => ({ app, stored: await macOf(ports.config.secret, app, demoSecret(app)) })));
  await transact(ports.store, async (tx) => {
    for (const { app, stored } of rows) await insertSecretMac(tx, app, stored, ports.clock.now());
  });
}

/** Whether a secret is one of the application's. An unknown application takes as long as a wrong secret and is told the same. */
export async function isSecretOf(ports: Pick<Ports, "config" | "store">, app: string, secret: string): Promise<boolean> {
  const { secret: today, earlierSecrets = [] } = ports.config;
  const given = await Promise.all([today, ...earlierSecrets].map((each) => macOf(each, app, secret)));
  const known = await transact(ports.store, (tx) => listSecretMacs(tx, app));
  const right = known.flatMap((each) => given.map((one) => sameMac(each, one))).includes(true);
  return right && !(ports.config.environment === "production" && secret.startsWith(DEMO_PREFIX));
}

import { seal, unseal } from "../crypto/seal.ts";
import type { Domain } from "../domain.ts";
import { findPasswordKey, keepPasswordKey } from "../store/authing-key.ts";
import { transact } from "../store/transaction.ts";

/** The key under which Authing's clients encrypt a password. */
export interface PasswordKey {
  /** PEM, SPKI. */
  readonly publicKey: string;
  /** DER, PKCS #8. */
  readonly privateKey: Uint8Array;
}

/** Clients keep the public key for as long as they live, so there is one for good; of two servers that make it at once, one is kept. */
export async function readPasswordKey(domain: Domain): Promise<PasswordKey> {
  const kept = (await transact(domain.store, findPasswordKey)) ?? (await makePasswordKey(domain));
  return { publicKey: kept.publicKey, privateKey: await unseal(await domain.keys(), OWNER, kept.privateKey) };
}

const RSA = { name: "RSA-OAEP", hash: "SHA-256", modulusLength: 2048, publicExponent: Uint8Array.of(1, 0, 1) } as const;
/** No account's: a sealed secret of anybody else put here opens nothing. */
const OWNER = { accountId: "", bindingId: "authing password key" };

async function makePasswordKey(domain: Domain) {
  const pair = await crypto.subtle.generateKey(RSA, true, ["encrypt", "decrypt"]);
  const [open, hidden] = await Promise.all([crypto.subtle.exportKey("spki", pair.publicKey), crypto.subtle.exportKey("pkcs8", pair.privateKey)]);
  const privateKey = await seal(await domain.keys(), domain.random, OWNER, new Uint8Array(hidden));
  return transact(domain.store, (tx) => keepPasswordKey(tx, { publicKey: toPem(new Uint8Array(open)), privateKey, createdAt: domain.clock.now() }));
}

function toPem(der: Uint8Array): string {
  const base64 = btoa(String.fromCharCode(...der));
  return ["-----BEGIN PUBLIC KEY-----", ...(base64.match(/.{1,64}/g) ?? []), "-----END PUBLIC KEY-----"].join("\n");
}

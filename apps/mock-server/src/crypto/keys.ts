import { toBase64Url, utf8 } from "./encoding.ts";

/** One key for each use, so that no value made for one is worth anything for another. */
export interface Keys {
  /** HMAC of codes (S-14). */
  readonly code: CryptoKey;
  /** HMAC of recovery codes (S-20). */
  readonly recovery: CryptoKey;
  /** The same of the server's earlier secrets: codes made under one of them still work. */
  readonly earlierRecovery: readonly CryptoKey[];
  /** HMAC of idempotency keys and bodies, which hold passwords and codes. */
  readonly call: CryptoKey;
  /** HMAC of identifiers as typed, which may hold a password by mistake, where guesses are counted (S-07). */
  readonly guess: CryptoKey;
  /** AES-256-GCM of TOTP secrets (S-18). */
  readonly seal: CryptoKey;
  /** Names the sealing key inside each sealed value, so that keys can be rotated. */
  readonly sealId: string;
  /** What opens sealed values, today's key and earlier ones, by name. */
  readonly seals: ReadonlyMap<string, CryptoKey>;
}

/** Derives the keys from the server's secret, which never touches the database, and from the secrets it had before. */
export async function deriveKeys(secret: Uint8Array, earlier: readonly Uint8Array[] = []): Promise<Keys> {
  const [today, ...before] = await Promise.all([secret, ...earlier].map(deriveFrom));
  if (today === undefined) throw new RangeError("There is no secret.");
  const seals = new Map([...before, today].map(({ sealId, seal }) => [sealId, seal]));
  return { ...today, seals, earlierRecovery: before.map(({ recovery }) => recovery) };
}

async function deriveFrom(secret: Uint8Array): Promise<Omit<Keys, "seals" | "earlierRecovery">> {
  if (secret.length < 32) throw new RangeError(`The server's secret has ${secret.length} bytes. Give it at least 32 (GUARD_SECRET).`);
  const root = await crypto.subtle.importKey("raw", new Uint8Array(secret), "HKDF", false, ["deriveKey", "deriveBits"]);
  const [code, recovery, call, guess, seal, id] = await Promise.all([
    hmacKey(root, "guard code"),
    hmacKey(root, "guard recovery"),
    hmacKey(root, "guard call"),
    hmacKey(root, "guard guess"),
    crypto.subtle.deriveKey(derivation("guard seal"), root, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]),
    crypto.subtle.deriveBits(derivation("guard seal id"), root, 48),
  ]);
  return { code, recovery, call, guess, seal, sealId: toBase64Url(new Uint8Array(id)) };
}

const derivation = (name: string) => ({ name: "HKDF", hash: "SHA-256", salt: new Uint8Array(32), info: utf8(name) });

function hmacKey(root: CryptoKey, name: string): Promise<CryptoKey> {
  return crypto.subtle.deriveKey(derivation(name), root, { name: "HMAC", hash: "SHA-256", length: 256 }, false, ["sign"]);
}

/** An HMAC key of its own for a use that is too rare to keep one at hand. */
export async function deriveHmacKey(secret: Uint8Array, name: string): Promise<CryptoKey> {
  return hmacKey(await crypto.subtle.importKey("raw", new Uint8Array(secret), "HKDF", false, ["deriveKey"]), name);
}

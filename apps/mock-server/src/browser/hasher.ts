import type { Hasher } from "../ports.ts";

/** A page has no argon2, and its demo data lives no longer than the page: enough rounds to be real, few enough to be quick. */
const ITERATIONS = 10_000;
const TAG_BYTES = 32;

/** PBKDF2-HMAC-SHA-256 by Web Crypto, for the server inside a page. Never for data that outlives it. */
export function createPbkdf2Hasher(): Hasher {
  return {
    async hash(password) {
      const salt = crypto.getRandomValues(new Uint8Array(16));
      return format(ITERATIONS, salt, await derive(password, salt, ITERATIONS));
    },
    async verify(phc, password) {
      const parts = parse(phc);
      if (!parts) return false;
      const { iterations, salt, tag } = parts;
      return equal(tag, await derive(password, salt, iterations));
    },
    isOutdated: (phc) => (parse(phc)?.iterations ?? 0) < ITERATIONS,
  };
}

type Bytes = Uint8Array<ArrayBuffer>;

async function derive(password: string, salt: Bytes, iterations: number): Promise<Bytes> {
  const key = await crypto.subtle.importKey("raw", new TextEncoder().encode(password), "PBKDF2", false, ["deriveBits"]);
  return new Uint8Array(await crypto.subtle.deriveBits({ name: "PBKDF2", hash: "SHA-256", salt, iterations }, key, TAG_BYTES * 8));
}

const toText = (bytes: Bytes) => btoa(String.fromCharCode(...bytes)).replace(/=+$/, "");
const toBytes = (text: string) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

const format = (iterations: number, salt: Bytes, tag: Bytes) => `$pbkdf2-sha256$i=${iterations}$${toText(salt)}$${toText(tag)}`;

function parse(phc: string): { iterations: number; salt: Bytes; tag: Bytes } | undefined {
  const [, iterations, salt, tag] = /^\$pbkdf2-sha256\$i=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/.exec(phc) ?? [];
  if (iterations === undefined || salt === undefined || tag === undefined) return undefined;
  return { iterations: Number(iterations), salt: toBytes(salt), tag: toBytes(tag) };
}

/** Looks at every byte, so that the time taken tells nothing. */
function equal(left: Bytes, right: Bytes): boolean {
  if (left.length !== right.length) return false;
  return left.reduce((difference, byte, index) => difference | (byte ^ (right[index] ?? 0)), 0) === 0;
}

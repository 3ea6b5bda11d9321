import { toBase64Url } from "../crypto/encoding.ts";
import type { Domain } from "../domain.ts";
import { lazy } from "../lazy.ts";
import type { RsaDecrypter } from "../ports.ts";
import { readPasswordKey } from "./password-key.ts";

/** Reads passwords as Authing's clients encrypt them: RSA with PKCS #1 v1.5 padding, in base64. */
export interface PasswordReader {
  publicKey(): Promise<string>;
  /** What is not encrypted under our key comes out as some other password: nothing tells it from a wrong one. */
  read(encrypted: string): Promise<string>;
}

/** A modulus of 2048 bits. */
const BLOCK = 256;

export function createPasswordReader(domain: Domain, rsa: RsaDecrypter): PasswordReader {
  const key = lazy(() => readPasswordKey(domain));
  return {
    publicKey: async () => (await key()).publicKey,
    async read(encrypted) {
      const { privateKey } = await key();
      const block = rsa.decrypt(privateKey, readBase64(encrypted)) ?? new Uint8Array(BLOCK);
      const { isPadded, from } = unpad(block);
      // Both are made, whatever was sent: an attacker who learns which one was taken learns a password (Bleichenbacher).
      const texts = [toBase64Url(domain.random.bytes(32)), new TextDecoder("utf-8", { ignoreBOM: true }).decode(block.subarray(from))] as const;
      return texts[isPadded];
    },
  };
}

/** Whether a block is `00 02 …8 or more… 00`, and where the message in it begins. Looks at every byte and branches on none. Pure. */
export function unpad(block: Uint8Array): { readonly isPadded: 0 | 1; readonly from: number } {
  let separator = 0;
  let found = 0;
  for (let at = 2; at < block.length; at += 1) {
    const isFirstZero = isZero(block[at] ?? 0) & (found ^ 1);
    separator |= at * isFirstZero;
    found |= isFirstZero;
  }
  const isLongEnough = ((9 - separator) >> 31) & 1;
  const isPadded = isZero(block[0] ?? 1) & isZero((block[1] ?? 0) ^ 2) & found & isLongEnough;
  return { isPadded: isPadded as 0 | 1, from: separator + 1 };
}

/** 1 for 0, else 0. */
const isZero = (byte: number): number => ((byte - 1) >> 31) & 1;

function readBase64(text: string): Uint8Array {
  return /^[A-Za-z0-9+/]{1,1024}={0,2}$/.test(text) && text.length % 4 === 0 ? Uint8Array.from(atob(text), (character) => character.charCodeAt(0)) : new Uint8Array();
}

import { fromBase64Url, toBase64Url, utf8 } from "./encoding.ts";

/** HMAC-SHA-256 over the parts. JSON keeps their borders, so ("a","bc") and ("ab","c") differ. */
export async function mac(key: CryptoKey, ...parts: readonly string[]): Promise<string> {
  const signature = await crypto.subtle.sign("HMAC", key, utf8(JSON.stringify(parts)));
  return toBase64Url(new Uint8Array(signature));
}

/** Compares two MACs in a time that tells nothing about where they differ (S-14). */
export function sameMac(left: string, right: string): boolean {
  const a = fromBase64Url(left);
  const b = fromBase64Url(right);
  if (a.length !== b.length) return false;
  let difference = 0;
  for (const [at, byte] of a.entries()) difference |= byte ^ (b[at] ?? 0);
  return difference === 0;
}

import { toBase64Url, utf8 } from "./encoding.ts";

/** SHA-256 as base64url: how a 256-bit token is stored. */
export async function sha256(text: string): Promise<string> {
  return toBase64Url(new Uint8Array(await crypto.subtle.digest("SHA-256", utf8(text))));
}

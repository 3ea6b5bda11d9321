import type { Random } from "../ports.ts";
import { sha256 } from "./digest.ts";
import { toBase64Url } from "./encoding.ts";

/** `gc_`: a challenge. `gs_`: a session. `gd_`: a trusted device. None opens what another opens (S-23). */
export type TokenPrefix = "gc_" | "gs_" | "gd_";

/** A fresh 256-bit token and the only form of it that is stored. */
export interface MintedToken {
  readonly token: string;
  readonly hash: string;
}

export async function mintToken(random: Random, prefix: TokenPrefix): Promise<MintedToken> {
  const token = prefix + toBase64Url(random.bytes(32));
  return { token, hash: await sha256(token) };
}

/** An identifier of a row: 128 bits, carries no meaning. */
export function newId(random: Random): string {
  return toBase64Url(random.bytes(16));
}

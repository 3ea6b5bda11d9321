import type { Random } from "../ports.ts";
import { toBase64Url, utf8 } from "./encoding.ts";
import type { Bytes } from "./encoding.ts";
import type { Keys } from "./keys.ts";

/** Whose secret it is: a sealed value moved to another row opens nothing (S-18). */
export interface SealOwner {
  readonly accountId: string;
  readonly bindingId: string;
}

const associated = ({ accountId, bindingId }: SealOwner): Bytes => utf8(JSON.stringify([accountId, bindingId]));

/** AES-256-GCM as `key id.iv.ciphertext`. */
export async function seal(keys: Keys, random: Random, owner: SealOwner, secret: Uint8Array): Promise<string> {
  const iv = new Uint8Array(random.bytes(12));
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: associated(owner) }, keys.seal, new Uint8Array(secret));
  return [keys.sealId, toBase64Url(iv), toBase64Url(new Uint8Array(sealed))].join(".");
}

/** A sealed value that no key of this server opens, or that stands in another row than its own. */
export class Unreadable extends Error {
  override readonly name = "Unreadable";
}

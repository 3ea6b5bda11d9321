import type { Random } from "../ports.ts";
import { fromBase64Url, toBase64Url, utf8 } from "./encoding.ts";
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

/** What was sealed. Throws `Unreadable` where no key of ours fits, which nobody can mend by typing. */
export async function unseal(keys: Keys, { accountId, bindingId }: SealOwner, sealed: string): Promise<Bytes> {
  const [id = "", iv = "", text = ""] = sealed.split(".");
  const key = keys.seals.get(id);
  if (key === undefined) throw new Unreadable(`A secret was sealed under the key ${id}, which this server does not have.`);
  try {
    const opened = await crypto.subtle.decrypt({ name: "AES-GCM", iv: fromBase64Url(iv), additionalData: associated({ accountId, bindingId }) }, key, fromBase64Url(text));
    return new Uint8Array(opened);
  } catch (cause) {
    throw new Unreadable("A sealed secret is damaged, or stands in another row than its own.", { cause });
  }
}

/** Whether a value was sealed under an earlier key. Pure. */
export const isSealedEarlier = ({ sealId }: Keys, sealed: string): boolean => !sealed.startsWith(`${sealId}.`);

/** A sealed value that no key of this server opens, or that stands in another row than its own. */
export class Unreadable extends Error {
  override readonly name = "Unreadable";
}

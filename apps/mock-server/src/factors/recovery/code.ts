import type { Keys } from "../../crypto/keys.ts";
import { mac } from "../../crypto/mac.ts";
import type { Random } from "../../ports.ts";
import { foldCode } from "../../text/fold.ts";

/** Crockford's base 32: no I, L, O and U, so that nothing looks like something else and no word comes out. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 25;
const SHAPE = new RegExp(`^[${ALPHABET}]{${LENGTH}}$`);

/** A recovery code to be shown once, and the only form of it that is stored (R15, S-20). */
export interface MintedRecovery {
  readonly code: string;
  readonly mac: string;
}

/** 25 characters of 5 bits each. The low five bits of a byte are equally likely, so none is thrown away. */
export async function mintRecovery(keys: Keys, random: Random): Promise<MintedRecovery> {
  const text = [...random.bytes(LENGTH)].map((byte) => ALPHABET.charAt(byte & 31)).join("");
  return { code: grouped(text), mac: await mac(keys.recovery, text) };
}

/** A code that was minted before and shown already. */
export async function remintRecovery(keys: Keys, code: string): Promise<MintedRecovery> {
  return { code, mac: await mac(keys.recovery, code.replaceAll("-", "")) };
}

const grouped = (text: string): string => (text.match(/.{5}/g) ?? []).join("-");

/** As a person types it: any case, spaces and dashes, I and L for 1, O for 0 (R15). Nothing when it can't be one. Pure. */
export function foldRecovery(typed: string): string | undefined {
  const text = foldCode(typed).toUpperCase().replace(/[IL]/g, "1").replaceAll("O", "0");
  return SHAPE.test(text) ? text : undefined;
}

/** The MACs under which a code may be stored: today's key and the earlier ones. */
export function recoveryMacs({ recovery, earlierRecovery }: Keys, text: string): Promise<string[]> {
  return Promise.all([recovery, ...earlierRecovery].map((key) => mac(key, text)));
}

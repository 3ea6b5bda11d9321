import { parseAddress } from "./address.ts";
import type { Address } from "./address.ts";

/** A block of addresses, `10.0.0.0/8`. */
export interface Range {
  readonly address: Address;
  readonly bits: number;
}

/** Reads `address/bits`, or an address alone. Pure. */
export function parseRange(text: string): Range | undefined {
  const [written = "", prefix, more] = text.split("/");
  const address = parseAddress(written);
  if (address === undefined || more !== undefined || !/^\d{0,3}$/.test(prefix ?? "") || prefix === "") return undefined;
  const bits = prefix === undefined ? address.length * 8 : Number(prefix);
  return bits <= address.length * 8 ? { address, bits } : undefined;
}

/** Whether the block holds the address; one of another family never. Pure. */
export function isWithin({ address: base, bits }: Range, address: Address): boolean {
  if (base.length !== address.length) return false;
  return base.every((byte, at) => {
    const mask = 0xff & ~(0xff >> Math.min(8, Math.max(0, bits - at * 8)));
    return (byte & mask) === ((address[at] ?? 0) & mask);
  });
}

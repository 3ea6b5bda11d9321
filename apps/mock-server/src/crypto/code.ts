import type { Random } from "../ports.ts";

const CODES = 1_000_000;
const FAIR = Math.floor(0x1_0000_0000 / CODES) * CODES;

/** Six digits, each value equally likely: draws beyond the last full million are thrown away (S-09). */
export function newCode(random: Random): string {
  for (;;) {
    const bytes = new Uint8Array(random.bytes(4));
    const draw = new DataView(bytes.buffer).getUint32(0);
    if (draw < FAIR) return String(draw % CODES).padStart(6, "0");
  }
}

import { expect, it } from "vitest";
import type { Random } from "../ports.ts";
import { createTestRandom } from "../testing/ports.ts";
import { newCode } from "./code.ts";

/** Random bytes that spell these 32-bit draws. */
function scripted(...draws: number[]): Random {
  return {
    bytes: () => {
      const bytes = new Uint8Array(4);
      new DataView(bytes.buffer).setUint32(0, draws.shift() ?? 0);
      return bytes;
    },
  };
}

it("makes six digits, leading zeros included (S-09)", () => {
  expect(newCode(scripted(42))).toBe("000042");
  expect(newCode(scripted(4_293_999_999))).toBe("999999");
});

it("throws away the draws that would favour small codes", () => {
  expect(newCode(scripted(4_294_000_000, 4_294_967_295, 7))).toBe("000007");
});

it("uses every digit in every place about equally often", () => {
  const random = createTestRandom(3);
  const counts = Array.from({ length: 6 }, () => new Array<number>(10).fill(0));
  for (let draw = 0; draw < 10_000; draw += 1) {
    for (const [place, digit] of newCode(random).split("").entries()) counts[place]?.splice(Number(digit), 1, (counts[place]?.[Number(digit)] ?? 0) + 1);
  }
  for (const place of counts) for (const count of place) expect(count).toBeGreaterThan(850);
});

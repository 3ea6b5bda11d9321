import { expect, it } from "vitest";
import { createTestRandom } from "../testing/ports.ts";
import { CHI_SQUARE_P001, chiSquare } from "../testing/statistics.ts";
import { newCode } from "./code.ts";

const DRAWS = 1_000_000;

// Fixed seeds: by chance alone one in 140 honest runs would fail.
it.each([11, 22, 33])("of a million codes every digit stands in every place about equally often, and a tenth begins with 0 (S-09, seed %d)", (seed) => {
  const random = createTestRandom(seed);
  const counts = Array.from({ length: 6 }, () => new Uint32Array(10));
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const code = newCode(random);
    for (const [place, digits] of counts.entries()) {
      const digit = Number(code[place]);
      digits[digit] = (digits[digit] ?? 0) + 1;
    }
  }
  const each = new Array<number>(10).fill(DRAWS / 10);
  for (const [place, digits] of counts.entries()) expect(chiSquare([...digits], each), `place ${place}`).toBeLessThan(CHI_SQUARE_P001[9]);
  const zeros = counts[0]?.[0] ?? 0;
  expect(chiSquare([zeros, DRAWS - zeros], [DRAWS / 10, (9 * DRAWS) / 10])).toBeLessThan(CHI_SQUARE_P001[1]);
}, 120_000);

import { expect, it } from "vitest";
import { chiSquare, mannWhitney, median } from "./statistics.ts";

it("knows the middle", () => {
  expect(median([9, 1, 5])).toBe(5);
});

it("sums squared differences over what was expected", () => {
  expect(chiSquare([8, 12], [10, 10])).toBeCloseTo(0.8);
});

it("tells samples of one kind from shifted ones", () => {
  const from = (start: number) => Array.from({ length: 40 }, (_, at) => start + at);
  expect(mannWhitney(from(0), from(0))).toBeCloseTo(1, 4);
  expect(mannWhitney(from(0), from(10))).toBeCloseTo(0.000_757, 5);
  expect(mannWhitney(from(0), from(40))).toBeLessThan(1e-12);
});

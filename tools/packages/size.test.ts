import { expect, inject, it } from "vitest";
import { measureSizes, sizeTable } from "./measure.ts";

const figures = await measureSizes(inject("app"));
console.log(sizeTable(figures));

it.each(figures.filter(({ budget }) => budget !== undefined))("$name stays within its budget (brotli)", ({ bytes, budget }) => {
  expect(bytes, `"npm run size" prints what is in it.\n${sizeTable(figures)}`).toBeLessThanOrEqual(budget ?? 0);
});

it("measures something: a page without <Guard> is far smaller", () => {
  expect(Math.min(...figures.filter(({ budget }) => budget !== undefined).map(({ bytes }) => bytes))).toBeGreaterThan(900);
});

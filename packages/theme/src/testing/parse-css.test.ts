import { expect, test } from "vitest";
import { parseCss, specificity } from "./parse-css.ts";

test("reads rules through at-rules and past comments", () => {
  const rules = parseCss('@media (x) { a, b:is(c, d) { color: red; --y: "a;b" } } /* } */ e { f: g }');
  expect(rules).toEqual([
    { selectors: ["a", "b:is(c, d)"], declarations: [["color", "red"], ["--y", '"a;b"']], around: ["@media (x)"] },
    { selectors: ["e"], declarations: [["f", "g"]], around: [] },
  ]);
});

test.each([
  [':where([data-guard]) [data-slot="a"]', [0, 1, 0]],
  [':where([data-guard]:has(> a:not(.b))) ::before', [0, 0, 1]],
  [':is([data-slot="a"], p):where(:hover)', [0, 1, 0]],
  ["#a .b:hover c::after", [1, 2, 2]],
  ["ul > li + li", [0, 0, 3]],
])("weighs %s", (selector, weight) => {
  expect(specificity(selector)).toEqual(weight);
});

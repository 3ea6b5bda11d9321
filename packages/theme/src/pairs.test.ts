import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { contrast, pairs, semantics, tokens } from "./index.ts";
import { parseCss } from "./testing/parse-css.ts";

const rules = parseCss(readFileSync(new URL("./css/tokens.css", import.meta.url), "utf8"));
const values = new Map(rules.flatMap((rule) => rule.declarations).filter(([property]) => property.startsWith("--guard-")));

/** The default of a colour token: the last light-dark() of its declaration. */
const colour = (name: string, scheme: "light" | "dark"): string => {
  const hex = /light-dark\((#\w+), (#\w+)\)\)*$/.exec(values.get(`--guard-${name}`) ?? "");
  return hex?.[scheme === "light" ? 1 : 2] ?? "";
};

test("there are twenty pairs", () => {
  expect(pairs).toHaveLength(20);
});

test("the data names every token of the CSS, in its order", () => {
  expect(semantics.map(({ name }) => `--guard-${name}`)).toEqual([...values.keys()]);
});

test("a token's name is used once", () => {
  expect(new Set(tokens.map(({ name }) => name)).size).toBe(tokens.length);
});

describe.each(["light", "dark"] as const)("%s", (scheme) => {
  test.each(pairs)("$front on $back is at least $least", ({ front, back, least }) => {
    expect(contrast(colour(front, scheme), colour(back, scheme))).toBeGreaterThanOrEqual(least);
  });
});

test("contrast() is WCAG's", () => {
  expect(contrast("#000", "#ffffff")).toBeCloseTo(21);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
  expect(() => contrast("red", "#fff")).toThrow("#rgb");
});

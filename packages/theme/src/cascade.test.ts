import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { camel } from "./camel.ts";
import { defaults } from "./defaults.ts";
import { createTheme } from "./studio.ts";
import { parseCss } from "./testing/parse-css.ts";

const failing = (input: Parameters<typeof createTheme>[0]) => createTheme(input).report.contrasts.filter(({ passes }) => passes !== true).map(({ name, scheme, ratio }) => `${name} ${scheme} ${ratio}`);

/** Colours from every corner: black, white, and each hue pale, full and dark. */
const hues = Array.from({ length: 24 }, (_, at) => at * 15);
const corners = ["#000000", "#ffffff", "#777777", ...hues.flatMap((hue) => ["25% 12%", "100% 4%", "100% 25%", "100% 50%", "60% 70%", "100% 95%"].map((rest) => `hsl(${hue} ${rest})`))];

describe("a theme of one seed passes every pair in light and in dark", () => {
  test.each(["accent", "neutral", "danger", "success", "warning"] as const)("%s, whatever its colour", (seed) => {
    expect(corners.flatMap((color) => failing({ [seed]: color }))).toEqual([]);
  });

  test("all five at once, of one colour", () => {
    expect(corners.flatMap((color) => failing({ accent: color, neutral: color, danger: color, success: color, warning: color }))).toEqual([]);
  });

  test("a primary colour set alone brings its own text and hover", () => {
    const found = corners.flatMap((color) => createTheme({ colorPrimary: color }).report.contrasts.filter(({ back, passes }) => back.startsWith("color-primary") && passes !== true));
    expect(found).toEqual([]);
  });
});

test("the defaults are those of the stylesheet", () => {
  const rules = parseCss(readFileSync(new URL("./css/tokens.css", import.meta.url), "utf8"));
  const said = rules.flatMap((rule) => rule.declarations).flatMap(([name, value]) => {
    const [, light, dark] = /light-dark\((#\w+), (#\w+)\)\)*$/.exec(value) ?? [];
    return name.startsWith("--guard-color") ? [[camel(name.slice(8)), [light, dark]] as const] : [];
  });
  const tokens = Object.entries(defaults).filter(([key]) => key.startsWith("color"));
  expect(Object.fromEntries(said)).toEqual(Object.fromEntries(tokens));
});

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseCss, specificity } from "./parse-css.ts";
import { presetFiles } from "./preset-files.ts";
import { drawStyling } from "./styling.ts";

const read = (file: string): string => readFileSync(new URL(file, import.meta.url), "utf8");

test("docs/styling.md is what the data says; `npm run styling` writes it", () => {
  expect(read("../../../../docs/styling.md")).toBe(drawStyling());
  expect(drawStyling()).not.toMatch(/\{\{\w+\}\}|undefined|NaN/);
});

describe.each(presetFiles.map(({ name, css }) => [name, css] as const))("presets/%s.css", (name, css) => {
  test("is what the preset says; `npm run styling` writes it", () => {
    expect(read(`../presets/${name}.css`)).toBe(css);
  });

  test("loses to a rule of the host on the root, and to its seeds on :root", () => {
    const rules = parseCss(css);
    const seeds = rules.filter(({ selectors }) => selectors.join() === ":where(:root)");
    const tokens = rules.filter((rule) => !seeds.includes(rule));
    for (const { selectors } of tokens) for (const selector of selectors) expect(specificity(selector)).toEqual([0, 1, 0]);
    for (const { declarations } of seeds) for (const [property] of declarations) expect(property).toMatch(/^--guard-(?!color-)/);
  });
});

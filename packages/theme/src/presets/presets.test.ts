import { describe, expect, test } from "vitest";
import { createTheme } from "../studio.ts";
import type { ThemeInput } from "../theme-input.ts";
import { presets } from "./index.ts";

/** What a page says for `var(--x, otherwise)`: nothing, so that the colour after the comma speaks, in each scheme its own. */
function onPlainPage(input: ThemeInput): ThemeInput {
  const at = (side: 0 | 1) => (text: unknown): unknown => {
    const [, light, dark] = /^var\(--[\w-]+, light-dark\((.+), (\w+\(.+\))\)\)$/.exec(String(text)) ?? [];
    return light === undefined ? undefined : [light, dark][side];
  };
  const side = (pick: (text: unknown) => unknown): object => Object.fromEntries(Object.entries(input).flatMap(([key, value]) => (pick(value) === undefined ? [] : [[key, pick(value)]])));
  return { light: side(at(0)), dark: side(at(1)) };
}

describe.each(Object.entries(presets))("%s", (name, preset) => {
  const judged = createTheme(name === "shadcn" ? onPlainPage(preset) : preset);

  test("is known through and through", () => {
    expect(createTheme(preset).report.faults).toEqual([]);
  });

  test("passes every pair in light and in dark", () => {
    expect(judged.report.contrasts.filter(({ passes }) => passes !== true).map((one) => `${one.name} ${one.scheme} ${one.ratio}`)).toEqual([]);
    expect(judged.report.contrasts).toHaveLength(40);
  });
});

test("high-contrast has text at 7:1", () => {
  const text = createTheme(presets["high-contrast"]).report.contrasts.filter(({ least }) => least === 4.5);
  expect(text.filter(({ ratio = 0 }) => ratio < 7).map((one) => `${one.name} ${one.scheme} ${one.ratio}`)).toEqual([]);
});

test("shadcn passes with the host's ring and border left out, which would not", () => {
  const ring = createTheme({ ...onPlainPage(presets.shadcn), colorRing: "oklch(0.708 0 0)" }).report.contrasts.filter(({ passes }) => passes === false);
  expect(ring.map(({ name, scheme }) => `${name} ${scheme}`)).toEqual(["color-ring on color-surface light", "color-ring on color-canvas light"]);
});

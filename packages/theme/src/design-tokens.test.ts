import { expect, test } from "vitest";
import { cascade } from "./cascade.ts";
import { toHex } from "./linear.ts";
import { presets } from "./presets/index.ts";
import { fromDesignTokens, isDesignTokens } from "./read-design-tokens.ts";
import { createTheme } from "./studio.ts";
import type { ThemeInput } from "./theme-input.ts";
import { tokens } from "./tokens.ts";

const back = (input: ThemeInput) => fromDesignTokens(JSON.parse(JSON.stringify(createTheme(input).toDTCG())) as Record<string, unknown>);

const hexes = (input: ThemeInput) => (["light", "dark"] as const).map((scheme) => Object.entries(cascade(input, scheme)).map(([key, color]) => `${key} ${color ? toHex(color) : "?"}`));

test("a colour is a colour space, three components and its hex; a length a value and a unit", () => {
  const { base, light, dark } = createTheme({ accent: "#0a7755", radius: "4px" }).toDTCG();
  expect(light["accent"]).toEqual({ $type: "color", $value: { colorSpace: "srgb", components: [0.0392, 0.4667, 0.3333], hex: "#0a7755" }, $description: expect.any(String) as string });
  expect(dark["color-surface"]).toMatchObject({ $value: { hex: "#14171c" } });
  expect(base["radius-card"]).toMatchObject({ $type: "dimension", $value: { value: 8, unit: "px" } });
  expect(base["ease"]).toMatchObject({ $type: "cubicBezier", $value: [0.2, 0, 0, 1] });
  expect(base["density"]).toMatchObject({ $type: "number", $value: 1 });
});

test("every token is there but the shadows and the host's fonts, which Design Tokens have no word for", () => {
  const { base, light } = createTheme().toDTCG();
  const absent = tokens.map(({ name }) => name).filter((name) => !(name in base) && !(name in light));
  expect(absent).toEqual(["font", "font-mono", "shadow-card", "shadow-control"]);
});

test.each(Object.entries(presets))("%s comes back as it was", (_name, preset) => {
  const { input, faults } = back(preset);
  expect(faults).toEqual([]);
  expect(createTheme(input).report.faults).toEqual([]);
  expect(hexes(input)).toEqual(hexes(preset));
  for (const key of ["shadowCard", "font", "radius", "density"] as const) expect(input[key]).toEqual(preset[key]);
});

test("what follows from the rest is left to the cascade, and what a designer changed is kept", () => {
  expect(back({}).input).toEqual({ light: {}, dark: {} });
  expect(back({ accent: "#0a7755", density: 0.875, motion: 0 }).input).toEqual({ density: 0.875, motion: 0, light: { accent: "rgb(10 119 85)" }, dark: { accent: "rgb(10 119 85)" } });
  const edited = JSON.parse(JSON.stringify(createTheme({ radius: "4px" }).toDTCG())) as { dark: Record<string, { $value: unknown }>; base: Record<string, { $value: unknown }> };
  edited.dark["color-link"] = { ...edited.dark["color-link"], $value: "#ffffff" };
  edited.base["radius-card"] = { ...edited.base["radius-card"], $value: { value: 9, unit: "px" } };
  expect(fromDesignTokens(edited).input).toEqual({ radius: "4px", radiusCard: "9px", light: { colorLink: "rgb(52 82 219)" }, dark: { colorLink: "#ffffff" } });
});

test("reads groups, a group's type, references to a palette and colours of other spaces", () => {
  const document = {
    palette: { $type: "color", brand: { $value: { colorSpace: "oklch", components: [0.5, 0.12, 160] } } },
    color: { $type: "color", primary: { hover: { $value: "{color.link}" } }, link: { $value: "{palette.brand}" } },
    dark: { accent: { $type: "color", $value: { colorSpace: "display-p3", components: [0.5, 0.6, 1], alpha: 0.9 } } },
    font: { $type: "fontFamily", $value: ["Noto Sans", "serif"] },
    "duration-fast": { $type: "duration", $value: { value: 80, unit: "ms" } },
  };
  expect(fromDesignTokens(document).input).toEqual({
    colorPrimaryHover: "oklch(0.5 0.12 160)",
    colorLink: "oklch(0.5 0.12 160)",
    font: '"Noto Sans", serif',
    durationFast: "80ms",
    light: {},
    dark: { accent: "color(display-p3 0.5 0.6 1 / 0.9)" },
  });
});

test.each([
  [{ accent: { $type: "color", $value: { colorSpace: "srgb", components: [1, 0] } } }, "accent is"],
  [{ accent: { $value: "#0a7755" } }, "which is no token with a $type"],
  [{ radius: { $type: "dimension", $value: { value: 1, unit: "em" } } }, "which is no dimension of Design Tokens 2025.10"],
  [{ accent: { $type: "color", $value: "{nowhere}" } }, "which leads to no token of this file"],
  [{ accent: { $type: "color", $value: "{link}" }, link: { $type: "color", $value: "{accent}" } }, "which leads to no token of this file"],
  [{ accent: { $type: "toString", $value: 1 } }, "which is no toString"],
])("tells what it can't read: %j", (document, words) => {
  expect(fromDesignTokens(document).faults[0]?.message).toContain(words);
});

test("knows Design Tokens from a theme", () => {
  expect(isDesignTokens(createTheme().toDTCG())).toBe(true);
  expect(isDesignTokens({ accent: "#0a7755", dark: { accent: "#fff" } })).toBe(false);
});

import { expect, test } from "vitest";
import { camel } from "./camel.ts";
import { pairs } from "./pairs.ts";
import { createTheme } from "./studio.ts";
import type { ThemeInput } from "./theme-input.ts";

const messages = (input: object) => createTheme(input as ThemeInput).report.faults.map(({ code, key, message }) => `${code} ${key}: ${message}`);

test("the default theme passes its forty", () => {
  const { contrasts, passes } = createTheme().report;
  expect(contrasts).toHaveLength(40);
  expect(contrasts.every(({ passes: each }) => each === true)).toBe(true);
  expect(passes).toBe(true);
  expect(contrasts.find(({ name, scheme }) => name === "color-text on color-surface" && scheme === "light")).toMatchObject({ colors: ["#15181e", "#ffffff"], ratio: expect.closeTo(17.8, 1) as number });
});

test.each([
  [{ colorText: "#777777" }, "dark"],
  [{ dark: { colorLink: "#3452db" } }, "dark"],
  [{ colorSurface: "#888888" }, "light"],
  [{ colorRing: "#d0d0d0" }, "light"],
] as const)("what a message says to set does pass: %o", (input, scheme) => {
  const { faults } = createTheme(input).report;
  expect(faults.length).toBeGreaterThan(0);
  for (const { key, message } of faults.filter((one) => one.scheme === scheme)) {
    const hex = /to (#\w{6}) or/.exec(message)?.[1] ?? "";
    const mended = createTheme({ ...input, [scheme]: { ...(input as ThemeInput)[scheme], [key.split(".")[1] ?? ""]: hex } });
    const pair = message.slice(0, message.indexOf(" is "));
    expect(mended.report.contrasts.find((one) => one.name === pair && one.scheme === scheme), message).toMatchObject({ passes: true });
  }
});

test.each([
  [{ acent: "#0a7" }, 'unknown_token acent: acent is no token of Guard\'s, so nothing would use it. Did you mean accent?'],
  [{ zzz: "1px" }, "unknown_token zzz: zzz is no token of Guard's, so nothing would use it. docs/styling.md lists every token."],
  [{ dark: { primary: "#fff" } }, "unknown_token dark.primary: dark.primary is no token of Guard's, so nothing would use it. Did you mean colorPrimary?"],
  [{ accent: "oklch(yes)" }, "not_a_color accent: accent is \"oklch(yes)\", which is no colour"],
  [{ accent: 7 }, "not_a_color accent: accent is 7, which is no colour"],
  [{ radius: "8" }, 'not_a_value radius: radius is "8", which is no length in CSS, so parts that use radius would lose theirs. Write "8px" or "0.5rem".'],
  [{ density: "wide" }, 'not_a_value density: density is "wide", which is no number in CSS'],
  [{ ease: "slowly" }, 'not_a_value ease: ease is "slowly", which is no easing in CSS'],
  [{ durationFast: "120" }, "not_a_value durationFast:"],
  [{ shadowCard: "0 0 1px red; } *" }, "not_a_value shadowCard:"],
  [{ dark: { radius: "2px" } }, "not_a_value dark.radius: dark.radius is a length, and only colours differ between light and dark. Set radius outside of dark."],
  [{ light: "#fff" }, 'not_a_value light: light is "#fff", and holds the colours of one scheme.'],
  [{ light: null }, "not_a_value light: light is null, and holds the colours of one scheme."],
  [{ dark: ["#fff"] }, 'not_a_value dark: dark is ["#fff"], and holds the colours of one scheme.'],
  [{ colorText: "#15181e10" }, 'contrast_unknown colorText: colorText is "#15181e10", which is translucent'],
  [{ dark: { accent: "rgb(142 162 255 / 50%)" } }, 'contrast_unknown dark.accent: dark.accent is "rgb(142 162 255 / 50%)", which is translucent'],
])("%o is told", (input, start) => {
  expect(messages(input)[0]?.startsWith(start), messages(input)[0]).toBe(true);
});

test("a hairline may be translucent: it stands in no pair", () => {
  expect(createTheme({ colorBorder: "#15181e20" }).report).toMatchObject({ faults: [], passes: true });
  expect(pairs.flatMap(({ front, back }) => [front, back])).not.toContain("color-border");
});

test("a colour that only the page knows is not judged, and no fault", () => {
  const { contrasts, faults } = createTheme({ colorText: "var(--ink)" }).report;
  expect(faults).toEqual([]);
  expect(contrasts.filter(({ passes }) => passes === undefined).map(({ front }) => camel(front))).toEqual(Array.from({ length: 8 }, () => "colorText"));
});

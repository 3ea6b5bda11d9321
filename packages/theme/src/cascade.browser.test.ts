import { expect, test } from "vitest";
import { kebab } from "./camel.ts";
import { cascade } from "./cascade.ts";
import { toSrgb } from "./linear.ts";
import { presets } from "./presets/index.ts";
import { painted, stage } from "./testing/stage.ts";
import type { Scheme, ThemeColorKey, ThemeInput } from "./theme-input.ts";

const { root, wear } = stage();
const probe = document.createElement("p");
root.append(probe);

/** A token's colour as Chromium paints it. */
function paintedToken(key: ThemeColorKey): number[] {
  probe.style.backgroundColor = `var(--guard-${kebab(key)})`;
  return painted(getComputedStyle(probe).backgroundColor);
}

function differences(input: ThemeInput, scheme: Scheme): string[] {
  wear(input, scheme);
  return Object.entries(cascade(input, scheme)).flatMap(([key, color]) => {
    if (!key.startsWith("color") || !color) return [];
    const [said, shown] = [toSrgb(color).map((value) => Math.round(value * 255)), paintedToken(key as ThemeColorKey)];
    return said.concat(255).every((value, at) => Math.abs(value - (shown[at] ?? NaN)) <= 1) ? [] : [`${scheme} ${key}: ${said.join(" ")}, painted ${shown.join(" ")}`];
  });
}

const { shadcn, ...known } = presets;
const seeds = ["#000000", "#ffffff", "#0a7755", "#ffd400", "#e11d48", "#3452db", "hsl(300 100% 50%)", "oklch(0.72 0.12 200)"].map((color): ThemeInput => ({ accent: color, neutral: color, danger: color, success: color, warning: color }));
const halves: ThemeInput[] = [
  { dark: { accent: "#ffd400" } },
  { dark: { colorCanvas: "#101010" } },
  { neutral: "#7a5c3e", light: { colorText: "#201000" } },
  { colorPrimary: "#ffd400" },
  { light: { colorPrimary: "#0a7755" } },
  { colorDanger: "#8a0000", accent: "#0a7755", colorPrimaryText: "#ffffff" },
];

test.each([...Object.values(known), ...seeds, ...halves])("what is judged is what Chromium paints: %o", (input) => {
  expect([...differences(input, "light"), ...differences(input, "dark")]).toEqual([]);
});

test("shadcn's preset paints every colour, of the host's variables where there are any", () => {
  expect(differences(shadcn, "light")).toEqual([]);
  for (const key of Object.keys(cascade({}, "light")).filter((one) => one.startsWith("color"))) expect(paintedToken(key as ThemeColorKey)[3], key).toBe(255);
  document.documentElement.style.setProperty("--card", "rgb(1 2 3)");
  expect(paintedToken("colorSurface")).toEqual([1, 2, 3, 255]);
  document.documentElement.removeAttribute("style");
});

test("a theme does not undo reduced motion", () => {
  root.removeAttribute("style");
  root.style.setProperty("--guard-motion", "1");
  root.style.setProperty("--guard-duration-fast", "120ms");
  const submit = document.createElement("button");
  submit.dataset["slot"] = "submit";
  root.append(submit);
  // These tests run with reduced motion (vite.config.ts).
  expect(matchMedia("(prefers-reduced-motion: reduce)").matches).toBe(true);
  expect(getComputedStyle(submit).transitionDuration).toMatch(/^0s(, 0s)*$/);
  submit.remove();
});

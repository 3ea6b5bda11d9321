import { afterEach, describe, expect, test } from "vitest";
import { ratioOf, toLinear } from "./linear.ts";
import { presets } from "./presets/index.ts";
import type { ThemeInput } from "./theme-input.ts";
import { painted, stage } from "./testing/stage.ts";

const { root, wear } = stage();

function add(slot: string, into: Element = root): HTMLElement {
  const part = document.createElement("div");
  part.dataset["slot"] = slot;
  into.append(part);
  return part;
}

const asLight = (color: string) => {
  const [red = 0, green = 0, blue = 0] = painted(color).map((value) => value / 255);
  return toLinear([red, green, blue]);
};
const ratio = (one: string, other: string): number => ratioOf(asLight(one), asLight(other));

afterEach(() => root.replaceChildren());

/** Colours that leave the border of a control little room. */
const odd: Readonly<Record<string, ThemeInput>> = {
  "deep tracks": { light: { colorSubtle: "#dfe3ea" }, dark: { colorSubtle: "#333a45" } },
  "a navy card in light": { light: { colorCanvas: "#0b1a33", colorSurface: "#0b1f3f", colorSubtle: "#12294f", colorText: "#ffffff", colorTextMuted: "#c6d2e6", colorControlBorder: "#7d8fad" } },
};

describe.each(Object.entries({ ...presets, ...odd }))("%s", (_, theme) => {
  test.each(["light", "dark"] as const)("the chosen tab's ring has 3:1 on the track and on the tab in %s (F8b)", (scheme) => {
    wear(theme, scheme);
    const tabs = add("tabs");
    const tab = add("tab", tabs);
    tab.ariaSelected = "true";
    const { borderBlockStartColor: ring, backgroundColor: pill } = getComputedStyle(tab);
    expect(ratio(ring, getComputedStyle(tabs).backgroundColor)).toBeGreaterThanOrEqual(3);
    expect(ratio(ring, pill)).toBeGreaterThanOrEqual(3);
  });
});

test("a field has 16px on a page whose root has ten (F4)", () => {
  document.documentElement.style.fontSize = "62.5%";
  wear({}, "light");
  const input = document.createElement("input");
  input.dataset["slot"] = "control";
  const code = add("code");
  root.append(input);
  expect(getComputedStyle(input).fontSize).toBe("16px");
  code.append(input);
  expect(getComputedStyle(input).fontSize).toBe("16px");
  document.documentElement.removeAttribute("style");
});

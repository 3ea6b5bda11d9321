import { afterEach, describe, expect, test } from "vitest";
import { cdp, page } from "vitest/browser";
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

/** What the system of a person asks for; without an argument the tests' own, which is reduced motion. */
async function prefer(features: Readonly<Record<string, string>> = {}): Promise<void> {
  await cdp().send("Emulation.setEmulatedMedia", { features: Object.entries({ "prefers-reduced-motion": "reduce", ...features }).map(([name, value]) => ({ name, value })) });
}

afterEach(async () => {
  root.replaceChildren();
  await prefer();
});

/** Colours that leave the border of a control little room. */
const odd: Readonly<Record<string, ThemeInput>> = {
  "deep tracks": { light: { colorSubtle: "#dfe3ea" }, dark: { colorSubtle: "#333a45" } },
  "a navy card in light": { light: { colorCanvas: "#0b1a33", colorSurface: "#0b1f3f", colorSubtle: "#12294f", colorText: "#ffffff", colorTextMuted: "#c6d2e6", colorControlBorder: "#7d8fad" } },
};

const unset = { colorControlBorder: undefined, colorTextMuted: undefined, colorBorder: undefined };

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

  test.each(["light", "dark"] as const)("who asks for more contrast gets no less in %s (F9)", async (scheme) => {
    // What a theme sets itself stays; what it leaves to us is asked for.
    const { colorBorder: _, ...rest } = theme;
    wear({ ...rest, light: { ...theme.light, ...unset }, dark: { ...theme.dark, ...unset } }, scheme);
    const contrasts = (): number[] => ["control-border", "text-muted", "border"].map((name) => ratio(read(name), read("surface")));
    const [edge = 0, muted = 0] = contrasts();
    await prefer({ "prefers-contrast": "more" });
    const [moreEdge, moreMuted, hairline] = contrasts();
    expect(moreEdge).toBeGreaterThanOrEqual(Math.max(7, edge));
    expect(moreMuted).toBeGreaterThanOrEqual(Math.max(7, muted));
    expect(hairline).toBeGreaterThanOrEqual(3);
  });
});

/** A token's colour, as the browser computes it. */
function read(name: string): string {
  root.style.outlineColor = `var(--guard-color-${name})`;
  return getComputedStyle(root).outlineColor;
}

describe("a part that works", () => {
  const times = (): string[] => {
    const submit = add("submit");
    submit.dataset["busy"] = "";
    return [add("spinner", submit), add("skeleton")].map((part) => getComputedStyle(part).animationDuration);
  };

  test("moves where nobody minds", async () => {
    await prefer({ "prefers-reduced-motion": "no-preference" });
    wear({}, "light");
    expect(times()).toEqual(["0.8s", "1.4s"]);
    expect(getComputedStyle(root.querySelector("[data-busy]") ?? root).color).toMatch(/(, | \/ )0\)$/);
  });

  test.each([
    ["a theme of no motion", { motion: 0 }, "no-preference"],
    ["a system of no motion", {}, "reduce"],
  ] as const)("stands still in %s, with its words", async (__, theme, motion) => {
    await prefer({ "prefers-reduced-motion": motion });
    wear({ ...theme, colorPrimaryText: "#ffffff" }, "light");
    expect(times()).toEqual(["0s", "0s"]);
    const submit = root.querySelector("[data-busy]") ?? root;
    expect(painted(getComputedStyle(submit).color)).toEqual([255, 255, 255, 255]);
    const [box, spinner] = [submit.getBoundingClientRect(), submit.firstElementChild?.getBoundingClientRect()];
    expect((spinner?.x ?? 0) - box.x, "beside them").toBeLessThan(20);
  });
});

test("a page centres the card, and hangs it from the top under 700px (F6)", async () => {
  const around = document.createElement("main");
  around.dataset["guardPage"] = "";
  root.replaceWith(around);
  around.append(root);
  add("card").style.blockSize = "300px";
  await page.viewport(800, 720);
  const [tall, card] = [around.getBoundingClientRect(), root.getBoundingClientRect()];
  expect(card.top - tall.top).toBeCloseTo(tall.bottom - card.bottom);
  expect(card.top - tall.top).toBeGreaterThan(100);
  await page.viewport(800, 680);
  expect(root.getBoundingClientRect().top).toBe(around.getBoundingClientRect().top);
  around.replaceWith(root);
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

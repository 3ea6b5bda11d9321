import type { Page } from "@playwright/test";
import { contrast, createTheme, presets, type ThemeInput } from "@guard/theme";
import { play } from "./play.ts";
import { expect, phone, test } from "./stage.ts";

/** A card that is dark in light; its border and its muted text are left to us. */
const navy: ThemeInput = { light: { colorCanvas: "#0b1a33", colorSurface: "#0b1f3f", colorSubtle: "#12294f", colorText: "#ffffff" } };

/** Dresses the login anew. */
const wear = (page: Page, theme: ThemeInput): Promise<void> =>
  page.locator("[data-guard]").evaluate((root, vars) => {
    root.removeAttribute("style");
    for (const [name, value] of Object.entries(vars)) (root as HTMLElement).style.setProperty(name, value);
  }, createTheme(theme).vars);

/** Colours as they are painted. */
const painted = (page: Page, names: readonly string[]): Promise<string[]> =>
  page.locator("[data-guard]").evaluate((root, all) => {
    const pixel = new OffscreenCanvas(1, 1).getContext("2d");
    const probe = root.appendChild(document.createElement("p"));
    const hexes = all.map((name) => {
      probe.style.color = `var(--guard-color-${name})`;
      if (!pixel) return "";
      pixel.fillStyle = getComputedStyle(probe).color;
      pixel.fillRect(0, 0, 1, 1);
      return `#${[...pixel.getImageData(0, 0, 1, 1).data.slice(0, 3)].map((value) => value.toString(16).padStart(2, "0")).join("")}`;
    });
    probe.remove();
    return hexes;
  }, names);

async function contrastsOf(page: Page): Promise<{ readonly edge: number; readonly muted: number }> {
  const [surface = "", edge = "", muted = ""] = await painted(page, ["surface", "control-border", "text-muted"]);
  return { edge: contrast(edge, surface), muted: contrast(muted, surface) };
}

test("who asks for more contrast gets it, in every theme (F9)", async ({ stage: { page } }) => {
  await play(page, "views-sign-in--default");
  for (const [name, theme] of Object.entries<ThemeInput>({ ...presets, navy })) {
    await wear(page, theme);
    const before = await contrastsOf(page);
    await page.emulateMedia({ contrast: "more" });
    const { edge, muted } = await contrastsOf(page);
    expect.soft(edge, `${name}: the edge of a field`).toBeGreaterThanOrEqual(Math.max(7, before.edge));
    expect.soft(muted, `${name}: muted text`).toBeGreaterThanOrEqual(Math.max(7, before.muted));
    await page.emulateMedia({ contrast: "no-preference" });
  }
});

test("a theme of no motion stills what works too, and so does a system; its words stay (F7)", async ({ stage: { page } }) => {
  await play(page, "views-sign-in--submitting");
  const submit = page.locator("[data-slot=submit]");
  const looks = (): Promise<readonly string[]> =>
    submit.evaluate((button) => {
      const spinner = button.querySelector("[data-slot=spinner]");
      if (!spinner) throw new Error("The button does not work.");
      const isVisible = !/[ ,]0\)$/.test(getComputedStyle(button).color);
      return [getComputedStyle(spinner).animationDuration, isVisible ? "words" : "no words", spinner.getBoundingClientRect().x - button.getBoundingClientRect().x < 20 ? "beside" : "in the middle"];
    });
  await page.emulateMedia({ reducedMotion: "no-preference" });
  await wear(page, {});
  expect(await looks()).toEqual(["0.8s", "no words", "in the middle"]);
  await wear(page, { motion: 0 });
  expect(await looks()).toEqual(["0s", "words", "beside"]);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await wear(page, { motion: 1 });
  expect(await looks()).toEqual(["0s", "words", "beside"]);
});

test("a page centres the card, and hangs it from the top under 700px (F6)", async ({ stage: { page } }) => {
  await play(page, "views-locked--default");
  const gaps = (): Promise<{ readonly above: number; readonly below: number }> =>
    page.locator("[data-guard]").evaluate((root) => {
      const [around, card] = [root.closest("[data-guard-page]")?.getBoundingClientRect(), root.getBoundingClientRect()];
      return { above: card.top - (around?.top ?? NaN), below: (around?.bottom ?? NaN) - card.bottom };
    });
  await page.setViewportSize({ width: 800, height: 720 });
  const { above, below } = await gaps();
  expect(above).toBeGreaterThan(20);
  expect(above).toBeCloseTo(below);
  await page.setViewportSize({ width: 800, height: 680 });
  expect((await gaps()).above).toBe(0);
  await page.setViewportSize(phone);
});

import type { Page } from "@playwright/test";
import { gapOf, sizeOf, styleOf } from "./measured.ts";
import { allFactors } from "./people.ts";
import { expect, test } from "./test.ts";

// The default look in numbers, and where it is other than first drawn: AD-11.
const muted = "rgb(91, 100, 114)";
const edge = "rgb(134, 142, 155)";
const accent = "rgb(52, 82, 219)";
const ringed = "[data-slot=tab][aria-selected=true]";

async function seeCardAndHeader(page: Page): Promise<void> {
  const card = await styleOf(page, "[data-slot=card]", "inline-size", "padding", "border-radius", "border-width", "border-color", "background-color");
  expect(card).toEqual(["400px", "31px", "16px", "1px", "rgb(217, 221, 227)", "rgb(255, 255, 255)"]);
  expect((await styleOf(page, "[data-slot=card]", "box-shadow"))[0]?.match(/rgba/g), "two layers of shadow").toHaveLength(2);
  expect((await sizeOf(page, "[data-slot=logo]")).height).toBe(32);
  expect(await gapOf(page, "[data-slot=logo]", "[data-slot=title]")).toBe(20);
  expect(await styleOf(page, "[data-slot=title]", "font-size", "font-weight", "letter-spacing", "text-align")).toEqual(["22px", "600", "-0.22px", "start"]);
  expect(await styleOf(page, "[data-slot=description]", "font-size", "color")).toEqual(["15px", muted]);
  expect(await gapOf(page, "[data-slot=header]", "[data-slot=form]")).toBe(24);
}

async function seeFieldsAndButton(page: Page): Promise<void> {
  expect(await gapOf(page, "[for=guard-username]", "#guard-username"), "label to control").toBe(6);
  expect(await gapOf(page, "#guard-username", "[for=guard-current-password]"), "field to field").toBe(16);
  expect(await gapOf(page, "#guard-current-password", "[data-slot=submit]"), "form to submit").toBe(24);
  expect(await gapOf(page, "[data-slot=submit]", "[data-slot=submit] + *"), "submit to secondary").toBe(12);
  expect(await styleOf(page, "#guard-username", "block-size", "border-radius", "font-size", "border")).toEqual(["44px", "8px", "16px", `1px solid ${edge}`]);
  expect(await sizeOf(page, "[data-slot=show-password]")).toEqual({ width: 44, height: 44 });
  expect(await styleOf(page, "[data-slot=submit]", "block-size", "border-radius", "font-weight", "background-color")).toEqual(["44px", "8px", "600", accent]);
  expect((await styleOf(page, "[data-slot=submit]", "box-shadow"))[0]).toContain("0px 1px 0px 0px inset");
  await page.locator("#guard-username").focus();
  await expect.poll(() => styleOf(page, "#guard-username", "outline", "outline-offset", "border-color")).toEqual([`${accent} solid 2px`, "2px", accent]);
  await page.locator("[data-slot=submit]").hover();
  await expect.poll(() => styleOf(page, "[data-slot=submit]", "background-color")).toEqual(["rgb(41, 67, 189)"]);
}

async function seeTabsAndBoxes(page: Page): Promise<void> {
  expect(await styleOf(page, "[data-slot=tabs]", "padding", "background-color")).toEqual(["4px", "rgb(241, 243, 246)"]);
  expect((await sizeOf(page, ringed)).height).toBe(36);
  expect(await styleOf(page, "[data-slot=tab]::before", "block-size")).toEqual(["44px"]);
  expect(await styleOf(page, ringed, "background-color", "border-color", "font-weight")).toEqual(["rgb(255, 255, 255)", edge, "600"]);
  expect(await styleOf(page, "[data-slot=code-box]", "inline-size", "block-size", "border-radius")).toEqual(["48px", "52px", "10px"]);
  const [second, third, fourth] = [2, 3, 4].map((at) => `[data-slot=code-box]:nth-child(${at})`) as [string, string, string];
  expect(await gapOf(page, second, third, "across")).toBe(8);
  expect(await gapOf(page, third, fourth, "across"), "3-3").toBe(16);
  expect(await styleOf(page, "#guard-otp", "font-size", "font-variant-numeric")).toEqual(["22px", "tabular-nums"]);
  expect(await styleOf(page, "[data-slot=timer]", "font-size", "color", "font-variant-numeric")).toEqual(["14px", muted, "tabular-nums"]);
  expect(await styleOf(page, "[data-slot=tab-panel]", "animation-name", "animation-duration")).toEqual(["guard-rise", "0.16s"]);
}

test("the default look is the one that was drawn, number by number", async ({ I }) => {
  const { page } = I;
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "no-preference" });
  await I.open();
  await seeCardAndHeader(page);
  await seeFieldsAndButton(page);

  await I.signIn(allFactors.name, "not it");
  await I.seeAlert(/don’t match/);
  expect(await styleOf(page, "[data-slot=alert]", "border-radius", "border-width", "background-color")).toEqual(["8px", "0px", "rgb(253, 241, 240)"]);
  expect(await sizeOf(page, "[data-slot=alert] [data-slot=icon]")).toEqual({ width: 16, height: 16 });

  await I.signIn(allFactors.name);
  await I.seeCodeField();
  await seeTabsAndBoxes(page);

  await page.setViewportSize({ width: 390, height: 800 });
  expect(await styleOf(page, "[data-slot=card]", "inline-size", "border-width", "border-radius", "box-shadow"), "full-bleed").toEqual(["390px", "0px", "0px", "none"]);
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = () => styleOf(page, "[data-slot=card]", "background-color");
  await expect.poll(dark).toEqual(["rgb(20, 23, 28)"]);
});

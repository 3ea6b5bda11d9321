import type { Locator, Page } from "@playwright/test";
import { firstOf } from "./pictured.ts";
import { play } from "./play.ts";
import { expect, phone, test } from "./stage.ts";

/** Opens the first story of a view, fresh. */
async function open(page: Page, title: string): Promise<void> {
  const { errors } = await play(page, firstOf(title)?.id ?? title);
  expect(errors).toEqual([]);
}

const style = (element: Locator, name: string): Promise<string> => element.evaluate((found, property) => getComputedStyle(found).getPropertyValue(property), name);

test("a keyboard’s focus has an outline of 2 px on all that takes it (F2)", async ({ stage: { page } }) => {
  await open(page, "Views/Sign in");
  await page.locator("#guard-username").focus();
  for (let tab = 0; tab < 4; tab += 1) {
    const focused = page.locator(":focus");
    expect([await style(focused, "outline-style"), await style(focused, "outline-width")]).toEqual(["solid", "2px"]);
    // The show button stands in its field, and its outline does too.
    expect(await style(focused, "outline-offset")).toBe((await focused.getAttribute("data-slot")) === "show-password" ? "-4px" : "2px");
    expect(await style(focused, "outline-color"), "opaque").not.toMatch(/rgba|\/|transparent/);
    await page.keyboard.press("Tab");
  }
});

test("fields have 16 px at least, or a phone zooms in (F4)", async ({ stage: { page } }) => {
  for (const title of ["Views/Sign in", "Views/Verify/Email", "Views/Bind phone"]) {
    await open(page, title);
    const sizes = await page.locator("[data-guard] :is(input, select):not([type=checkbox])").evaluateAll((fields) => fields.map((field) => Number.parseFloat(getComputedStyle(field).fontSize)));
    expect(Math.min(...sizes), title).toBeGreaterThanOrEqual(16);
  }
});

test("above a phone’s keyboard the button can be seen once its field has the focus (F6)", async ({ stage: { page } }) => {
  await page.setViewportSize({ width: 375, height: 340 });
  await open(page, "Views/Verify/Email");
  await page.locator("#guard-otp").focus();
  await expect(page.locator("[data-slot=submit]")).toBeInViewport();
  await page.setViewportSize(phone);
});

test("who asked for less motion sees none, not even where a code is refused (F7)", async ({ stage: { page } }) => {
  await open(page, "Views/Verify/Email");
  const moving = (): Promise<number> => page.evaluate(() => document.getAnimations().filter(({ effect }) => Number(effect?.getComputedTiming().duration) > 100).length);
  await page.locator("#guard-otp").fill("12");
  await page.keyboard.press("Enter");
  await expect(page.locator("#guard-otp")).toHaveAttribute("aria-invalid", "true");
  expect(await moving()).toBe(0);
});

test("forced colours: the chosen tab has the highlight, and the code paints itself (F8, C14)", async ({ stage: { page } }) => {
  await open(page, "Views/Verify/Methods");
  await page.emulateMedia({ forcedColors: "active" });
  const [chosen, other] = [page.locator("[role=tab][aria-selected=true]"), page.locator("[role=tab][aria-selected=false]").first()];
  expect(await style(chosen, "background-color")).not.toBe(await style(other, "background-color"));
  expect(await style(chosen, "border-color")).not.toBe(await style(other, "border-color"));
  expect(await style(page.locator("#guard-otp"), "forced-color-adjust")).toBe("none");
  const boxes = page.locator("[data-slot=code-box]");
  expect(await style(boxes.last(), "border-color")).not.toBe(await style(boxes.last(), "background-color"));
  await page.emulateMedia({ forcedColors: "none" });
});

test("an error that appears moves the button by a line at most (F15)", async ({ stage: { page } }) => {
  await open(page, "Views/Verify/Email");
  const submit = page.locator("[data-slot=submit]");
  const top = async (): Promise<number> => (await submit.boundingBox())?.y ?? Number.NaN;
  const before = await top();
  await submit.click();
  await expect(page.locator("#guard-otp-error")).not.toBeEmpty();
  expect(Math.abs((await top()) - before)).toBeLessThanOrEqual(24);
});

test("undo, the arrows and replacing what is selected are the browser’s own in the code (C4)", async ({ stage: { page } }) => {
  await open(page, "Views/Verify/Email");
  const code = page.locator("#guard-otp");
  await code.focus();
  await page.keyboard.type("123");
  for (const key of ["Home", "ArrowRight", "Delete", "End", "Backspace"]) await page.keyboard.press(key);
  await expect(code).toHaveValue("1");
  await page.keyboard.press("Control+a");
  await page.keyboard.type("45");
  await expect(code).toHaveValue("45");
  await page.keyboard.press("Control+z");
  await expect(code).not.toHaveValue("45");
});

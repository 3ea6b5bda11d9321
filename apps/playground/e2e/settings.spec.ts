import { expect, test } from "./test.ts";

test("what the server says about the application moves nothing that is already there (law 12)", async ({ I }) => {
  const { page } = I;
  let answer = (): void => {};
  const held = new Promise<void>((resolve) => (answer = resolve));
  await page.route("**/settings*", async (route) => {
    await held;
    await route.continue();
  });
  await I.open();
  const place = () => page.locator("[data-slot=submit]").boundingBox();
  const before = await place();
  await page.evaluate(() => {
    new PerformanceObserver((seen) => seen.getEntries().forEach(() => performance.mark("shift"))).observe({ type: "layout-shift" });
  });
  answer();
  await expect(page.getByRole("button", { name: "Use a code instead" })).toBeVisible();
  await expect(page.locator("[data-slot=description]")).toContainText("Welcome back to");
  expect(await place()).toEqual(before);
  expect(await page.evaluate(() => performance.getEntriesByName("shift").length), "layout shifts that the browser saw").toBe(0);
});

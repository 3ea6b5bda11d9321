import { join } from "node:path";
import type { Page } from "@playwright/test";
import { test } from "./test.ts";
import { views } from "./views.ts";

const folder = process.env["GUARD_PICTURES"] ?? "test-results/pictures";

type Media = NonNullable<Parameters<Page["emulateMedia"]>[0]>;

/** How a picture is taken: at which width, and in which conditions. */
const ways: readonly { readonly name: string; readonly width: number; readonly media: Media; readonly dir?: "rtl" }[] = [
  { name: "400-light", width: 400, media: { colorScheme: "light" } },
  { name: "400-dark", width: 400, media: { colorScheme: "dark" } },
  { name: "320-light", width: 320, media: { colorScheme: "light" } },
  { name: "320-dark", width: 320, media: { colorScheme: "dark" } },
  { name: "400-rtl", width: 400, media: { colorScheme: "light" }, dir: "rtl" },
  { name: "400-forced", width: 400, media: { colorScheme: "light", forcedColors: "active" } },
  { name: "900-light", width: 900, media: { colorScheme: "light" } },
];

for (const [view, reach] of Object.entries(views)) {
  test(`pictures of “${view}”`, async ({ I, page }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await I.takeThePagesClock();
    await I.open();
    await reach(I);
    for (const { name, width, media, dir = "ltr" } of ways) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ forcedColors: "none", ...media });
      // The ways to these views know English sentences, so only the direction is turned.
      await page.evaluate((direction) => document.querySelector("[data-guard]")?.setAttribute("dir", direction), dir);
      await page.locator("main").screenshot({ path: join(folder, `${view.replaceAll(" ", "-")}-${name}.png`), animations: "disabled" });
    }
  });
}

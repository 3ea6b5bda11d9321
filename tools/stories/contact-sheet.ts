import { join } from "node:path";
import type { Browser, Page } from "@playwright/test";
import { inPage } from "./in-page.ts";
import { firstOf } from "./pictured.ts";
import { play } from "./play.ts";
import { expect, test } from "./stage.ts";

/** What the README shows, in the order of a login. */
const shown = ["Views/Sign in", "Views/Verify/Email", "Views/Verify/Methods", "Views/Bind phone", "Views/Enrol authenticator", "Views/Recovery code", "Views/Locked", "Center/Overview"];

const tile = { width: 440, height: 640 } as const;
const columns = 4;

async function picture(page: Page, title: string, scheme: "light" | "dark"): Promise<string> {
  const story = firstOf(title);
  if (!story) throw new Error(`No story stands under “${title}”. Name another view in contact-sheet.ts.`);
  expect((await play(page, story.id)).errors).toEqual([]);
  await inPage(page, "wearScheme", scheme);
  const png = await page.screenshot({ animations: "disabled", caret: "hide" });
  return `<img src="data:image/png;base64,${png.toString("base64")}" alt="">`;
}

/** Lays the pictures out on one page and takes a picture of that. */
async function printSheet(browser: Browser, pictures: readonly string[], path: string): Promise<void> {
  const sheet = await browser.newPage({ viewport: { width: columns * tile.width, height: Math.ceil(pictures.length / columns) * tile.height } });
  await sheet.setContent(`<style>body { margin: 0; display: grid; grid-template-columns: repeat(${columns}, ${tile.width}px) } img { display: block }</style>${pictures.join("")}`);
  await sheet.screenshot({ path });
  await sheet.close();
}

for (const scheme of ["light", "dark"] as const) {
  test(`the contact sheet, ${scheme}`, async ({ stage: { page }, browser }) => {
    await page.setViewportSize(tile);
    const pictures: string[] = [];
    for (const title of shown) pictures.push(await picture(page, title, scheme));
    await printSheet(browser, pictures, join(import.meta.dirname, "..", "..", "docs", "assets", `contact-sheet-${scheme}.png`));
  });
}

import { join } from "node:path";
import type { Browser, Page } from "@playwright/test";
import { inPage } from "./in-page.ts";
import { firstOf } from "./pictured.ts";
import { play } from "./play.ts";
import { expect, test } from "./stage.ts";

/** What the README shows: columns of about one height. */
const shown = [["Views/Sign in", "Views/Verify/Email"], ["Views/Verify/Methods", "Views/Locked"], ["Views/Enrol authenticator"], ["Center/Overview"]];

// Low, so that a page is as high as what stands on it.
const tile = { width: 440, height: 320 } as const;

interface Tile {
  readonly png: string;
  readonly canvas: string;
}

async function tileOf(page: Page, title: string, scheme: "light" | "dark"): Promise<Tile> {
  const story = firstOf(title);
  if (!story) throw new Error(`No story stands under “${title}”. Name another view in contact-sheet.ts.`);
  expect((await play(page, story.id)).errors).toEqual([]);
  await inPage(page, "wearScheme", scheme);
  const canvas = await page.locator("[data-guard-page]").evaluate((element) => getComputedStyle(element).backgroundColor);
  const png = await page.locator("[data-guard-page]").screenshot({ animations: "disabled", caret: "hide", omitBackground: true });
  return { png: png.toString("base64"), canvas };
}

/** Lays the tiles out in columns and takes a picture of them. */
async function printSheet(browser: Browser, columns: readonly (readonly Tile[])[], path: string): Promise<void> {
  const sheet = await browser.newPage({ viewport: { width: columns.length * tile.width, height: tile.height } });
  const images = columns.map((tiles) => `<div>${tiles.map(({ png }) => `<img src="data:image/png;base64,${png}" alt="">`).join("")}</div>`).join("");
  await sheet.setContent(`<!doctype html><style>body { margin: 0; display: flex; background: ${columns[0]?.[0]?.canvas} } img { display: block }</style>${images}`);
  await sheet.screenshot({ path, fullPage: true });
  await sheet.close();
}

for (const scheme of ["light", "dark"] as const) {
  test(`the contact sheet, ${scheme}`, async ({ stage: { page }, browser }) => {
    await page.setViewportSize(tile);
    const columns: Tile[][] = [];
    for (const titles of shown) {
      const column: Tile[] = [];
      for (const title of titles) column.push(await tileOf(page, title, scheme));
      columns.push(column);
    }
    await printSheet(browser, columns, join(import.meta.dirname, "..", "..", "docs", "assets", `contact-sheet-${scheme}.png`));
  });
}

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "@playwright/test";
import { expect, test } from "./test.ts";
import { views } from "./views.ts";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds on the whole page, as one line a finding. */
async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(() => {
    const { axe } = window as unknown as { axe: { run: (context: Document, options: RunOptions) => Promise<AxeResults> } };
    return axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] });
  });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
}

for (const [name, reach] of Object.entries(views)) {
  test(`the view “${name}” fits 320 pixels, and axe finds nothing, light or dark`, async ({ I }) => {
    await I.page.setViewportSize({ width: 320, height: 640 });
    await I.page.emulateMedia({ reducedMotion: "reduce" });
    await I.takeThePagesClock();
    await I.open();
    await reach(I);
    const scrollsBy = await I.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(scrollsBy, "no horizontal scroll").toBeLessThanOrEqual(0);
    for (const colorScheme of ["light", "dark"] as const) {
      await I.page.emulateMedia({ colorScheme });
      expect(await findings(I.page), colorScheme).toEqual([]);
    }
  });
}

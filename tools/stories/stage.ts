import { test as base, expect, type Page } from "@playwright/test";
import { fontNames, fontStyle } from "./fonts.ts";
import { isComplaint } from "./heard.ts";
import { enterAsManager, type FillAsManager } from "./manager-world.ts";
import { axe, pageChecks } from "./page-checks.ts";
import { storybookOrigin } from "./storybook.ts";

export const phone = { width: 400, height: 800 } as const;

/** Wide enough for the card to have its border. */
export const tablet = { width: 480, height: 800 } as const;

/** One page for all stories of a worker: a page of its own would cost each story a second. */
export interface Stage {
  readonly page: Page;
  readonly fillAsManager: FillAsManager;
  /** What the page said in its console or threw since it was asked last. */
  readonly complaints: () => readonly string[];
}

async function openStorybook(page: Page): Promise<void> {
  await page.addInitScript({ content: await pageChecks() });
  await page.goto(`${storybookOrigin}/iframe.html?viewMode=story`);
  await page.waitForFunction(() => "__STORYBOOK_PREVIEW__" in globalThis);
  await page.evaluate(axe);
  await page.addStyleTag({ content: fontStyle });
  await page.evaluate((names) => Promise.all(names.flatMap((name) => ["400", "500", "600"].map((weight) => document.fonts.load(`${weight} 1rem "${name}"`)))), fontNames);
}

export const test = base.extend<object, { readonly stage: Stage }>({
  stage: [
    async ({ browser }, provide) => {
      const context = await browser.newContext({ viewport: phone, reducedMotion: "reduce", timezoneId: "UTC", locale: "en-GB", deviceScaleFactor: 1 });
      const page = await context.newPage();
      let heard: string[] = [];
      page.on("console", (message) => void (isComplaint(message) && heard.push(`${message.type()}: ${message.text()}`)));
      page.on("pageerror", (error) => void heard.push(`thrown: ${error.message}`));
      await openStorybook(page);
      const fillAsManager = await enterAsManager(page);
      heard = [];
      await provide({ page, fillAsManager, complaints: () => heard.splice(0) });
      await context.close();
    },
    { scope: "worker" },
  ],
});

export { expect };

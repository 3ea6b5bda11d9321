import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test as base, expect, type ConsoleMessage, type Page } from "@playwright/test";
import { play } from "./play.ts";
import { serveFiles } from "./static-files.ts";
import { storybookFolder, type Story } from "./storybook.ts";

const { entries } = JSON.parse(readFileSync(join(storybookFolder, "index.json"), "utf8")) as { entries: Record<string, Story> };
const pages = Object.values(entries).filter(({ tags }) => tags.includes("page"));
// Seventeen times the same page with another view in it: the first speaks for all.
const [firstMatrix, ...matrices] = pages.filter(({ title }) => title === "Matrix");
const opened = pages.filter((page) => !matrices.includes(page));

/** What Storybook's own sidebar warns about its own parts is not ours to mend; errors are. */
const isOurs = (message: ConsoleMessage): boolean => message.type() === "error" || (message.type() === "warning" && !message.location().url.includes("/sb-manager/"));

/** Storybook under a path of a plain file server, as a company's design site has it. */
const test = base.extend<object, { readonly site: { readonly url: string; readonly page: Page; readonly complaints: () => readonly string[] } }>({
  site: [
    async ({ browser }, provide) => {
      const { url, close } = await serveFiles(storybookFolder, "/design/guard/");
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce", timezoneId: "UTC" });
      const page = await context.newPage();
      let heard: string[] = [];
      page.on("console", (message) => void (isOurs(message) && heard.push(`${message.type()}: ${message.text()} (${message.location().url})`)));
      page.on("pageerror", (error) => void heard.push(`thrown: ${error.message}`));
      await provide({ url, page, complaints: () => heard.splice(0) });
      await context.close();
      await close();
    },
    { scope: "worker" },
  ],
});

const linksOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => [...document.querySelectorAll('#storybook-root a[target="_top"]')].map((link) => /path=\/story\/([\w-]*)/.exec(link.getAttribute("href") ?? "")?.[1] ?? ""));

test.describe.configure({ mode: "default" });

test("the whole Storybook opens under a path, with its first page in it and a quiet console", async ({ site: { url, page, complaints } }) => {
  await page.goto(url);
  await expect(page.frameLocator("#storybook-preview-iframe").getByRole("heading", { name: "Guard", level: 1 })).toBeVisible({ timeout: 20_000 });
  await page.getByRole("link", { name: "Try it" }).first().click();
  await expect(page.frameLocator("#storybook-preview-iframe").getByRole("heading", { name: "Try it", level: 1 })).toBeVisible({ timeout: 20_000 });
  expect(complaints()).toEqual([]);
});

test("each page renders, plays, passes axe and leads nowhere that is not there", async ({ site: { url, page, complaints } }) => {
  test.setTimeout(120_000);
  expect(firstMatrix).toBeDefined();
  await page.goto(`${url}iframe.html?viewMode=story`);
  await page.waitForFunction(() => "__STORYBOOK_PREVIEW__" in globalThis);
  for (const { id } of opened) {
    await test.step(id, async () => {
      const { errors, axe } = await play(page, id);
      expect.soft(errors, `${id}: what it threw`).toEqual([]);
      expect.soft(axe, `${id} was judged by axe`).toBeDefined();
      expect.soft(axe?.violations.flatMap(({ id: rule, nodes }) => nodes.map(({ html }) => `${rule}: ${html}`)), `${id}: axe`).toEqual([]);
      const links = await linksOf(page);
      expect.soft(links.filter((link) => !(link in entries)), `${id}: links to no story`).toEqual([]);
      if (id.startsWith("flow-state-chart")) expect.soft(links.length, "a link for each state, in the chart and in the table").toBe(2 * Object.keys(chart.meanings).length);
    });
  }
  expect(complaints()).toEqual([]);
});

const chart = JSON.parse(readFileSync(join(import.meta.dirname, "..", "..", "docs", "flow.json"), "utf8")) as { meanings: object };

test("Try it signs in against the server inside the page", async ({ site: { url, page, complaints } }) => {
  await page.goto(`${url}iframe.html?id=start-here-try-it--try-it&viewMode=story`);
  await page.getByLabel("Password", { exact: true }).fill("Guard-demo-2026!");
  await page.getByRole("button", { name: "Sign in" }).click();
  const letter = page.getByRole("region", { name: "Inbox" }).getByRole("listitem").locator("code");
  await page.getByLabel("6-digit code").fill((await letter.textContent({ timeout: 15_000 })) ?? "");
  await expect(page.getByRole("heading", { name: "You’re signed in" })).toBeVisible({ timeout: 15_000 });
  expect(complaints()).toEqual([]);
});

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test as base, expect, type ConsoleMessage, type Page } from "@playwright/test";
import { isComplaint } from "./heard.ts";
import { inPage } from "./in-page.ts";
import { axe as axeScript, pageChecks } from "./page-checks.ts";
import { choose, openDocs, play } from "./play.ts";
import { serveFiles } from "./static-files.ts";
import { storybookFolder, type Story } from "./storybook.ts";

const { entries } = JSON.parse(readFileSync(join(storybookFolder, "index.json"), "utf8")) as { entries: Record<string, Story> };
const pages = Object.values(entries).filter(({ tags }) => tags.includes("page"));
// Seventeen times the same page with another view in it: the first is judged for all, the others are only opened.
const [firstMatrix, ...matrices] = pages.filter(({ title }) => title.startsWith("Matrix/"));
const opened = pages.filter((page) => !matrices.includes(page));

/** One page of documentation of each kind, in one scheme: what differs between two of a kind are words. */
const documented = [
  { id: "views-verify-email--docs", colorScheme: "light" },
  { id: "views-dialog--docs", colorScheme: "dark" },
  { id: "center-overview--docs", colorScheme: "dark" },
  { id: "parts-button--docs", colorScheme: "light" },
] as const;

const desk = { width: 1280, height: 900 } as const;
const phone = { width: 400, height: 900 } as const;

/** What Storybook's own sidebar warns about its own parts is not ours to mend; errors are. */
const isOurs = (message: ConsoleMessage): boolean => isComplaint(message) && (message.type() === "error" || !message.location().url.includes("/sb-manager/"));

/** Storybook under a path of a plain file server, as a company's design site has it. */
const test = base.extend<object, { readonly site: { readonly url: string; readonly page: Page; readonly complaints: () => readonly string[] } }>({
  site: [
    async ({ browser }, provide) => {
      const { url, close } = await serveFiles(storybookFolder, "/design/guard/");
      const context = await browser.newContext({ viewport: desk, reducedMotion: "reduce", timezoneId: "UTC" });
      const page = await context.newPage();
      await page.addInitScript({ content: await pageChecks() });
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

/** The preview alone, with axe in it, as the first of its pages is about to be shown. */
async function openPreview(page: Page, url: string): Promise<void> {
  await page.goto(`${url}iframe.html?viewMode=story`);
  await page.waitForFunction(() => "__STORYBOOK_PREVIEW__" in globalThis);
  await page.evaluate(axeScript);
}

/** What scrolls sideways, or is cut, where the window is a phone's. */
async function cutOnAPhone(page: Page): Promise<readonly string[]> {
  await page.setViewportSize(phone);
  const found = await inPage(page, "sideways");
  await page.setViewportSize(desk);
  return found;
}

/** The toolbar's inspector comes beside a login that is over, and has seen all of it. */
async function opensItsMachine(page: Page): Promise<void> {
  await choose(page, { inspector: "on" });
  const inspector = page.getByRole("region", { name: "State inspector" });
  await expect(inspector.getByText("State: done")).toBeVisible();
  await expect(inspector.getByText("PASSWORD.SUBMIT", { exact: true })).toBeVisible();
  await inspector.getByLabel("Jump to").selectOption("locked");
  await inspector.getByRole("button", { name: "Jump", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Too many attempts" })).toBeVisible();
  await choose(page, { inspector: "off" });
  await expect(inspector).toHaveCount(0);
}

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

test("each page renders, plays, passes axe in light and in dark, fits a phone and leads nowhere that is not there", async ({ site: { url, page, complaints } }) => {
  test.setTimeout(120_000);
  expect(firstMatrix).toBeDefined();
  await openPreview(page, url);
  for (const { id } of opened) {
    await test.step(id, async () => {
      const { errors, axe } = await play(page, id);
      expect.soft(errors, `${id}: what it threw`).toEqual([]);
      expect.soft(axe, `${id} was judged by axe`).toBeDefined();
      expect.soft(axe?.violations.flatMap(({ id: rule, nodes }) => nodes.map(({ html }) => `${rule}: ${html}`)), `${id}: axe`).toEqual([]);
      const links = await linksOf(page);
      expect.soft(links.filter((link) => !(link in entries)), `${id}: links to no story`).toEqual([]);
      if (id.startsWith("flow-happy-path")) await opensItsMachine(page);
      expect.soft(await cutOnAPhone(page), `${id}: on a phone`).toEqual([]);
      expect.soft([...(await inPage(page, "wearScheme", "dark")), ...(await inPage(page, "contrast"))], `${id}: axe, in dark`).toEqual([]);
      if (id.startsWith("flow-state-chart")) expect.soft(links.length, "a link for each state, in the chart and in the table").toBe(2 * Object.keys(chart.meanings).length);
    });
  }
  expect(complaints()).toEqual([]);
});

test("pages of documentation pass axe in light and in dark, and fit a phone", async ({ site: { url, page, complaints } }) => {
  await openPreview(page, url);
  for (const { id, colorScheme } of documented) {
    await test.step(`${id}, ${colorScheme}`, async () => {
      await choose(page, { colorScheme });
      await openDocs(page, id);
      await expect(page.locator("#storybook-docs [data-guard-page]").first()).toHaveAttribute("data-color-scheme", colorScheme);
      await expect(page.locator("#storybook-docs td").first()).toBeVisible();
      expect.soft(await inPage(page, "faults"), `${id}: axe`).toEqual([]);
      expect.soft(await cutOnAPhone(page), `${id}: on a phone`).toEqual([]);
    });
  }
  expect(complaints()).toEqual([]);
});

const chart = JSON.parse(readFileSync(join(import.meta.dirname, "..", "..", "docs", "flow.json"), "utf8")) as { meanings: object };

test("what only people play with opens too: each Playground, and every view of the matrix", async ({ site: { url, page, complaints } }) => {
  test.setTimeout(60_000);
  await openPreview(page, url);
  // The stories beside them, and the first page of the matrix, have been judged.
  await choose(page, { a11y: { manual: true } });
  const playgrounds = Object.values(entries).filter(({ tags }) => tags.includes("alive"));
  expect(playgrounds.length).toBeGreaterThan(20);
  for (const { id } of [...playgrounds, ...matrices]) {
    const { errors } = await play(page, id);
    expect.soft(errors, id).toEqual([]);
    await expect.soft(page.locator("#storybook-root [data-guard] [data-slot]").first(), id).toBeAttached();
  }
  await choose(page, { network: "fail" });
  await play(page, "views-sign-in--playground");
  await page.getByLabel("Username").fill("everyone");
  await page.getByLabel("Password", { exact: true }).fill("Guard-demo-2026!");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert")).not.toBeEmpty();
  expect(complaints()).toEqual([]);
});

test("the Theme Studio takes what is typed, letter by letter, and hands it on by its link", async ({ site: { url, page, complaints } }) => {
  test.setTimeout(60_000);
  await page.goto(`${url}?path=/story/theming-theme-studio--theme-studio`);
  const studio = page.frameLocator("#storybook-preview-iframe");
  const accent = studio.getByRole("textbox", { name: "accent", exact: true }).first();
  const density = studio.getByRole("textbox", { name: "density", exact: true });
  await accent.pressSequentially("#0a7756", { delay: 60 });
  await accent.press("ArrowLeft");
  await accent.press("Delete");
  await accent.pressSequentially("5");
  await density.pressSequentially("1.125", { delay: 60 });
  await expect(accent).toHaveValue("#0a7755");
  await expect(density).toHaveValue("1.125");
  const link = (await studio.locator("pre").last().textContent()) ?? "";
  await expect(page).toHaveURL(/args=shared(:|%3A)/i);
  // Without the sidebar around it, which reads the same address and takes seconds.
  await page.goto(`${url}iframe.html?id=theming-theme-studio--theme-studio&args=${new URL(link).searchParams.get("args")}`);
  await expect(page.getByRole("textbox", { name: "accent", exact: true }).first()).toHaveValue("#0a7755");
  await expect(page.getByRole("textbox", { name: "density", exact: true })).toHaveValue("1.125");
  expect(complaints()).toEqual([]);
});

test("Try it signs in against the server inside the page", async ({ site: { url, page, complaints } }) => {
  await page.goto(`${url}iframe.html?id=start-here-try-it--try-it&viewMode=story`);
  await page.getByLabel("Password", { exact: true }).fill("Guard-demo-2026!");
  await page.getByRole("button", { name: "Sign in" }).click();
  const letter = page.getByRole("region", { name: "Inbox" }).getByRole("listitem").locator("code");
  await page.getByLabel("6-digit code").fill((await letter.textContent({ timeout: 15_000 })) ?? "");
  await expect(page.getByRole("heading", { name: "You’re signed in" })).toBeVisible({ timeout: 15_000 });
  expect(complaints()).toEqual([]);
});

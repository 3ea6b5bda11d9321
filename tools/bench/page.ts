import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Browser, CDPSession, Page } from "playwright";
import { launchChromium } from "../launch-chromium.ts";
import { buildPage, placePages, renderPages, withHtml, type Built } from "./build.ts";
import { atMost, median, ms, times, type Row } from "./report.ts";
import { serveBuild } from "./static-server.ts";

const VISITS = 7;
const CPU_THROTTLE = 4;
const KEYS_A_FIELD = 30;
const TYPING_ROUNDS = 3;
/** 1.6 Mbit/s down, 750 kbit/s up, 150 ms each way to the first byte: what throttled "slow 4G" is. */
const slowNetwork = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };

const names = ["guard", "bare"] as const;
type Name = (typeof names)[number];

/** `<Guard>` and a form written by hand, built and served the same way, in the same browser, in turns; rendered by the browser and by a server. */
export async function benchPage(folder: string, app: string): Promise<readonly Row[]> {
  const work = mkdtempSync(join(folder, "page-"));
  const pages = placePages(app);
  const built = { guard: await buildPage("guard", { pages, outDir: join(work, "guard") }), bare: await buildPage("bare", { pages, outDir: join(work, "bare") }) };
  const html = await renderPages({ pages, outDir: join(work, "server") });
  const browser = await launchChromium();
  try {
    return [
      ...(await served(built, (urls) => measureVisits(browser, urls))),
      ...(await served({ guard: withHtml(built.guard, html.guard), bare: withHtml(built.bare, html.bare) }, (urls) => measureRendered(browser, urls))),
      ...(await served(built, (urls) => measureTyping(browser, urls))),
    ];
  } finally {
    await browser.close();
    rmSync(work, { recursive: true, force: true });
  }
}

async function served<T>(pages: Readonly<Record<Name, Built>>, work: (urls: Urls) => Promise<T>): Promise<T> {
  const servers = { guard: await serveBuild(pages.guard), bare: await serveBuild(pages.bare) };
  try {
    return await work({ guard: `${servers.guard.url}/guard.html`, bare: `${servers.bare.url}/bare.html` });
  } finally {
    await Promise.all(names.map((name) => servers[name].close()));
  }
}

type Urls = Readonly<Record<Name, string>>;
type Samples = Record<Name, number[]>;

/** In a context of its own: no cache, no connection, no compiled code of the visit before. */
async function visit<T>(browser: Browser, work: (page: Page, cdp: CDPSession) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  try {
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    await cdp.send("Network.enable");
    await cdp.send("Network.setCacheDisabled", { cacheDisabled: true });
    return await work(page, cdp);
  } finally {
    await context.close();
  }
}

type Visit = (page: Page, cdp: CDPSession, url: string) => Promise<{ readonly time: number; readonly processor: number }>;

/** The medians of a number of visits to each. The first visit of each pays for the browser's own start and does not count. */
async function inTurns(browser: Browser, urls: Urls, look: Visit): Promise<{ readonly ready: Readonly<Record<Name, number>>; readonly busy: Readonly<Record<Name, number>> }> {
  const ready: Samples = { guard: [], bare: [] };
  const busy: Samples = { guard: [], bare: [] };
  for (let turn = -1; turn < VISITS; turn += 1) {
    for (const name of turn % 2 === 0 ? names : names.toReversed()) {
      const { time, processor } = await visit(browser, (page, cdp) => look(page, cdp, urls[name]));
      if (turn < 0) continue;
      ready[name].push(time);
      busy[name].push(processor);
    }
  }
  return { ready: { guard: median(ready.guard), bare: median(ready.bare) }, busy: { guard: median(busy.guard), bare: median(busy.bare) } };
}

async function measureVisits(browser: Browser, urls: Urls): Promise<readonly Row[]> {
  const { ready, busy } = await inTurns(browser, urls, timeToPassword);
  return [
    { name: "page: time to a focusable password field, Guard", figure: ms(ready.guard) },
    { name: "page: time to a focusable password field, hand-written form", figure: ms(ready.bare) },
    { name: "page: of it main-thread work, Guard / hand-written form", figure: `${ms(busy.guard)} / ${ms(busy.bare)}` },
    atMost("page: Guard against the hand-written form, 4x CPU, slow network", ready.guard / ready.bare, 1.15, times),
  ];
}

async function measureRendered(browser: Browser, urls: Urls): Promise<readonly Row[]> {
  const { ready } = await inTurns(browser, urls, timeToRenderedPassword);
  return [
    { name: "page: rendered by a server, time to a focusable password field, Guard / hand-written form", figure: `${ms(ready.guard)} / ${ms(ready.bare)}` },
    atMost("page: rendered by a server, Guard against the hand-written form", ready.guard / ready.bare, 1.15, times),
  ];
}

async function slowDown(cdp: CDPSession): Promise<void> {
  await cdp.send("Performance.enable");
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: CPU_THROTTLE });
  await cdp.send("Network.emulateNetworkConditions", slowNetwork);
}

/** Writes down the first frames in which the password field took the focus, and in which it did so as React's: then its listeners are on the root. A stylesheet that is on its way holds frames back. */
function watchPassword(): void {
  const look = (): void => {
    const input = document.querySelector<HTMLInputElement>("input[type=password]");
    input?.focus();
    const { dataset } = document.documentElement;
    const took = input && document.activeElement === input;
    if (took) dataset["focused"] ??= String(performance.now());
    if (took && Object.keys(input).some((key) => key.startsWith("__reactProps"))) dataset["ready"] ??= String(performance.now());
    if (dataset["ready"] === undefined) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

async function whenWritten(page: Page, name: "focused" | "ready"): Promise<number> {
  const written = await page.waitForFunction((key) => document.documentElement.dataset[key], name, { timeout: 20_000 });
  return Number(await written.jsonValue());
}

async function typedInto(page: Page, text: string): Promise<void> {
  const typed = await page.inputValue("input[type=password]");
  if (typed !== text) throw new Error(`The password field of ${page.url()} holds "${typed}" where "${text}" was typed.`);
}

/** Milliseconds from the navigation to a password field that took the focus with its styles there. React made it. */
async function timeToPassword(page: Page, cdp: CDPSession, url: string): ReturnType<Visit> {
  await slowDown(cdp);
  await page.addInitScript(watchPassword);
  await page.goto(url, { waitUntil: "commit" });
  const time = await whenWritten(page, "ready");
  const processor = ((await readMetrics(cdp))["TaskDuration"] ?? 0) * 1000;
  await page.keyboard.type("a");
  await typedInto(page, "a");
  return { time, processor };
}

/** The same where a server rendered it: the field is there before React, and what is typed into it stays when React comes. */
async function timeToRenderedPassword(page: Page, cdp: CDPSession, url: string): ReturnType<Visit> {
  await slowDown(cdp);
  await page.addInitScript(watchPassword);
  await page.goto(url, { waitUntil: "commit" });
  const time = await whenWritten(page, "focused");
  const processor = ((await readMetrics(cdp))["TaskDuration"] ?? 0) * 1000;
  await page.keyboard.type("a");
  if ((await whenWritten(page, "ready")) <= time) throw new Error(`React was on ${url} before its password field could be typed into.`);
  await typedInto(page, "a");
  return { time, processor };
}

async function readMetrics(cdp: CDPSession): Promise<Readonly<Record<string, number>>> {
  const { metrics } = await cdp.send("Performance.getMetrics");
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

async function measureTyping(browser: Browser, urls: Urls): Promise<readonly Row[]> {
  const script: Samples = { guard: [], bare: [] };
  const task: Samples = { guard: [], bare: [] };
  for (let turn = 0; turn < TYPING_ROUNDS; turn += 1) {
    for (const name of turn % 2 === 0 ? names : names.toReversed()) {
      const cost = await visit(browser, (page, cdp) => costOfKeys(page, cdp, urls[name]));
      script[name].push(cost.script);
      task[name].push(cost.task);
    }
  }
  const [guard, bare] = [median(script.guard), median(script.bare)];
  return [
    { name: "page: script time a key stroke, Guard / hand-written form", figure: `${ms(guard)} / ${ms(bare)}` },
    atMost("page: script time a key stroke against the hand-written form", guard / bare, 1, times),
    { name: "page: all main-thread time a key stroke, Guard / hand-written", figure: `${ms(median(task.guard))} / ${ms(median(task.bare))}` },
  ];
}

/** Milliseconds a key stroke, of script and of all tasks, once the page has come to rest. */
async function costOfKeys(page: Page, cdp: CDPSession, url: string): Promise<{ readonly script: number; readonly task: number }> {
  await page.goto(url, { waitUntil: "networkidle" });
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: CPU_THROTTLE });
  const type = async (length: number): Promise<void> => {
    for (const field of ["input[autocomplete=username]", "input[autocomplete=current-password]"]) {
      await page.focus(field);
      await page.keyboard.type("abcdefghijklmnopqrstuvwxyz0123".slice(0, length));
    }
  };
  // What is compiled at the first keys is not what a key costs.
  await type(10);
  await cdp.send("Performance.enable");
  const before = await readMetrics(cdp);
  await type(KEYS_A_FIELD);
  const after = await readMetrics(cdp);
  const perKey = (metric: string): number => (((after[metric] ?? 0) - (before[metric] ?? 0)) * 1000) / (2 * KEYS_A_FIELD);
  return { script: perKey("ScriptDuration"), task: perKey("TaskDuration") };
}

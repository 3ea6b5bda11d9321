import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Browser, type CDPSession, type Page } from "playwright";
import { chromiumArgs, chromiumPath } from "../chromium.mjs";
import { buildPage } from "./build.ts";
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

/** `<Guard>` and a form written by hand, built and served the same way, in the same browser, in turns. */
export async function benchPage(folder: string): Promise<readonly Row[]> {
  const work = mkdtempSync(join(folder, "page-"));
  const built = { guard: await buildPage("guard", { outDir: join(work, "guard") }), bare: await buildPage("bare", { outDir: join(work, "bare") }) };
  const servers = { guard: await serveBuild(built.guard), bare: await serveBuild(built.bare) };
  const executablePath = chromiumPath();
  const browser = await chromium.launch({ ...(executablePath === undefined ? {} : { executablePath }), args: chromiumArgs });
  try {
    const urls = { guard: `${servers.guard.url}/guard.html`, bare: `${servers.bare.url}/bare.html` };
    return [...(await measureVisits(browser, urls)), ...(await measureTyping(browser, urls))];
  } finally {
    await browser.close();
    await Promise.all(names.map((name) => servers[name].close()));
    rmSync(work, { recursive: true, force: true });
  }
}

type Urls = Readonly<Record<Name, string>>;
type Samples = Record<Name, number[]>;

/** In a context of its own: no cache, no connection, no compiled code of the visit before. */
async function visit<T>(browser: Browser, work: (page: Page, cdp: CDPSession) => Promise<T>): Promise<T> {
  const context = await browser.newContext();
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

async function measureVisits(browser: Browser, urls: Urls): Promise<readonly Row[]> {
  const ready: Samples = { guard: [], bare: [] };
  const busy: Samples = { guard: [], bare: [] };
  // The first visit of each pays for the browser's own start and does not count.
  for (let turn = -1; turn < VISITS; turn += 1) {
    for (const name of turn % 2 === 0 ? names : names.toReversed()) {
      const { time, processor } = await visit(browser, (page, cdp) => timeToPassword(page, cdp, urls[name]));
      if (turn < 0) continue;
      ready[name].push(time);
      busy[name].push(processor);
    }
  }
  const [guard, bare] = [median(ready.guard), median(ready.bare)];
  return [
    { name: "page: time to a focusable password field, Guard", figure: ms(guard) },
    { name: "page: time to a focusable password field, hand-written form", figure: ms(bare) },
    { name: "page: of it main-thread work, Guard / hand-written form", figure: `${ms(median(busy.guard))} / ${ms(median(busy.bare))}` },
    atMost("page: Guard against the hand-written form, 4x CPU, slow network", guard / bare, 1.15, times),
  ];
}

/** Milliseconds from the navigation to a password field that took the focus with its styles there. React made it, so its listeners are on the root. */
async function timeToPassword(page: Page, cdp: CDPSession, url: string): Promise<{ readonly time: number; readonly processor: number }> {
  await cdp.send("Performance.enable");
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: CPU_THROTTLE });
  await cdp.send("Network.emulateNetworkConditions", slowNetwork);
  await page.addInitScript(() => {
    const look = (): void => {
      const input = document.querySelector<HTMLInputElement>("input[type=password]");
      input?.focus();
      const attached = input && document.activeElement === input && Object.keys(input).some((key) => key.startsWith("__reactProps"));
      if (attached) document.documentElement.dataset["ready"] = String(performance.now());
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.goto(url, { waitUntil: "commit" });
  const ready = await page.waitForFunction(() => document.documentElement.dataset["ready"], undefined, { timeout: 20_000 });
  const time = Number(await ready.jsonValue());
  const processor = ((await readMetrics(cdp))["TaskDuration"] ?? 0) * 1000;
  await page.keyboard.type("a");
  const typed = await page.inputValue("input[type=password]");
  if (typed !== "a") throw new Error(`The password field of ${url} took "${typed}" where "a" was typed.`);
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

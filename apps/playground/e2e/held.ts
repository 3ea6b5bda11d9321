import type { Page } from "@playwright/test";

/** What a page holds on to. */
export interface Held {
  readonly nodes: number;
  readonly listeners: number;
  readonly timers: number;
  readonly requests: number;
}

/** Counts what only the page knows: timers that wait and requests that run. Before the page opens. */
export async function countFromTheStart(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const timers = new Set<unknown>();
    let requests = 0;
    const { setTimeout: start, clearTimeout: stop, fetch: ask } = window;
    const counted = (callback: () => void, ms?: number): unknown => {
      const timer: unknown = start(() => {
        timers.delete(timer);
        callback();
      }, ms);
      timers.add(timer);
      return timer;
    };
    const cancelled = (timer?: number): void => {
      timers.delete(timer);
      stop(timer);
    };
    const asked: typeof fetch = (...request) => {
      requests += 1;
      return ask(...request).finally(() => void (requests -= 1));
    };
    Object.assign(window, { setTimeout: counted, clearTimeout: cancelled, fetch: asked, held: () => ({ timers: timers.size, requests }) });
  });
}

/** Timers and requests of the page. */
export const runningIn = (page: Page): Promise<Pick<Held, "timers" | "requests">> =>
  page.evaluate(() => (window as unknown as { held: () => Pick<Held, "timers" | "requests"> }).held());

/** What the page still holds once its garbage is gone. */
export async function heldBy(page: Page): Promise<Held> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Performance.enable");
  // What a first collection finalizes, the second frees.
  for (const _ of [1, 2]) await devtools.send("HeapProfiler.collectGarbage");
  const { metrics } = await devtools.send("Performance.getMetrics");
  await devtools.detach();
  const metric = (name: string): number => metrics.find((each) => each.name === name)?.value ?? Number.NaN;
  return { nodes: metric("Nodes"), listeners: metric("JSEventListeners"), ...(await runningIn(page)) };
}

import type { Page } from "@playwright/test";
import type { ServerCalls } from "../server.ts";

/** Two clocks: the server's, which decides, and the page's, which counts. */
export const clocks = (page: Page, server: ServerCalls) => ({
  advanceServerClock: async (ms: number): Promise<void> => void (await server.advance(ms)),
  /** From here on the page's clock can be moved. Before `open`. */
  async takeThePagesClock(time?: number): Promise<void> {
    await page.clock.install(time === undefined ? {} : { time });
  },
  /** Somebody sets the device's clock. What runs by it goes on running. */
  setThePagesClock: (time: number): Promise<void> => page.clock.setSystemTime(time),
  /** Time passes for server and page alike. */
  async letPass(ms: number): Promise<void> {
    await server.advance(ms);
    await page.clock.fastForward(ms);
  },
  /** Time passes for the page, as when the server can't be reached. */
  letPassForThePage: (ms: number): Promise<void> => page.clock.fastForward(ms),
});

import { expect, type Page } from "@playwright/test";
import type { ServerCalls } from "../server.ts";

export interface Visit {
  readonly user?: string;
  readonly app?: string;
  readonly locale?: string;
  readonly scheme?: "light" | "dark" | "auto";
  readonly backend?: "http" | "page" | "authing";
  readonly tokens?: "bearer" | "cookie";
  readonly inspector?: "on";
}

/** Coming to the page, and coming back to it. */
export const open = (page: Page, server: ServerCalls) => ({
  /** Opens the playground for this test's own server. */
  async open(visit: Visit = {}): Promise<void> {
    await page.goto(`/?${new URLSearchParams({ server: server.url, app: "demo", ...visit }).toString()}`);
    await expect(page.locator("#guard-current-password")).toBeVisible();
  },
  /** Opens the same address again, wherever the login is by then. */
  async reload(): Promise<void> {
    await page.reload();
    await expect(page.locator("[data-guard]")).toBeVisible();
  },
  goOffline: (): Promise<void> => page.context().setOffline(true),
  goOnline: (): Promise<void> => page.context().setOffline(false),
  /** The steps after the first are chunks that the page fetches once it is idle. */
  async seeLaterStepsFetched(): Promise<void> {
    const fetched = () => performance.getEntriesByType("resource").filter(({ name }) => /\.view-|whole-flow-/.test(name)).length;
    // Seven steps, and the machine that leads to them.
    await expect.poll(() => page.evaluate(fetched)).toBeGreaterThanOrEqual(8);
  },
  async goBackToTheFirstStep(): Promise<void> {
    await page.locator("[data-slot=back]").click();
    await expect(page.locator("#guard-current-password")).toBeVisible();
  },
  async chooseUserInThePanel(user: string): Promise<void> {
    await page.getByLabel("User", { exact: true }).selectOption(user);
  },
});

import { expect, type Page } from "@playwright/test";
import type { ServerCalls } from "../server.ts";

/** What the person sees of each view. */
export const see = (page: Page, server: ServerCalls) => {
  const guard = page.locator("[data-guard]");
  const at = (step: string): Promise<void> => expect(guard).toHaveAttribute("data-step", step);
  /** The login's token, where the tab keeps it for a reload. */
  const keptToken = (): Promise<string> =>
    page.evaluate(() => {
      const key = Object.keys(sessionStorage).find((each) => each.startsWith("guard:1:")) ?? "";
      return (JSON.parse(sessionStorage.getItem(key) ?? "{}") as { token?: string }).token ?? "";
    });
  return {
    guard,
    keptToken,
    alert: guard.getByRole("alert"),
    heading: guard.locator("[data-slot=title]"),
    async seeAlert(text: string | RegExp): Promise<void> {
      await expect(guard.getByRole("alert")).toHaveText(text);
    },
    async seeCodeSentTo(masked: string): Promise<void> {
      await expect(page.locator("#guard-otp-hint bdi")).toContainText(masked.slice(0, 1));
      // Its dots are drawn for the eye only; the hidden words between them are for readers.
      await expect.poll(() => page.locator("#guard-otp-hint bdi").evaluate(visibleText)).toBe(masked);
    },
    async seeBindStep(): Promise<void> {
      await at("bind");
      await expect(page.locator("#guard-new-email")).toBeVisible();
    },
    async seeNothingSentYet(masked: string): Promise<void> {
      await at("verify");
      await expect.poll(() => guard.locator("form bdi").evaluate(visibleText)).toBe(masked);
      await expect(page.locator("#guard-otp")).toHaveCount(0);
    },
    async seeLocked(minutes: number): Promise<void> {
      await at("locked");
      await expect(guard.locator("time").first()).toHaveText(`${minutes} ${minutes === 1 ? "minute" : "minutes"}`);
    },
    seeExpired: () => at("expired"),
    async seeSignedIn(user: string): Promise<void> {
      await expect(page.getByRole("heading", { name: "You’re signed in" })).toBeVisible();
      // By the server's word: a session that only the browser knows proves nothing.
      await expect(page.getByLabel("Who the server says you are")).toContainText(`"username": "${user}"`);
    },
    async seeNotSignedIn(): Promise<void> {
      await expect(guard).toBeVisible();
      await expect(page.getByRole("heading", { name: "You’re signed in" })).toHaveCount(0);
    },
    /** Compares what the countdown shows with the server's own deadline, asked before and after: right to one second. */
    async seeCountdownRight(): Promise<void> {
      const token = await keptToken();
      const wait = async (): Promise<number> => {
        const { factors, now } = await server.challenge(token);
        return Math.ceil(((factors[0]?.resendAt ?? 0) - now) / 1000);
      };
      const before = await wait();
      const text = (await page.getByRole("timer").textContent()) ?? "";
      const after = await wait();
      const [, minutes, seconds] = /(\d+):(\d\d)/.exec(text) ?? [];
      const shown = Number(minutes) * 60 + Number(seconds);
      expect(shown, `"${text}"; the server waits ${after} s`).toBeGreaterThanOrEqual(after - 1);
      expect(shown, `"${text}"; the server waits ${before} s`).toBeLessThanOrEqual(before + 1);
    },
  };
};

/** The text without what is there for screen readers only. */
const visibleText = (element: Element): string => {
  const copy = element.cloneNode(true) as Element;
  for (const hidden of copy.querySelectorAll(".guard-sr-only")) hidden.remove();
  return copy.textContent ?? "";
};

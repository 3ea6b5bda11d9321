import type { Page } from "@playwright/test";

/** What a screen reader would say by itself: every change of a live region. */
export const spoken = (page: Page) => ({
  /** Starts to listen; call it when the regions are there. */
  async listen(): Promise<void> {
    await page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      const regions = document.querySelectorAll("[role=status], [role=alert], [aria-live]:not([aria-live=off])");
      for (const region of regions) {
        const observer = new MutationObserver(() => heard.push(`${region.getAttribute("role")}: ${region.textContent}`));
        observer.observe(region, { childList: true, characterData: true, subtree: true });
      }
    });
  },
  whatWasSpoken: (): Promise<string[]> => page.evaluate(() => (window as unknown as { heard: string[] }).heard),
});

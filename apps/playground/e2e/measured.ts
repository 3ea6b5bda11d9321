import type { Page } from "@playwright/test";

/** Computed values of the first element that a selector finds, by CSS name. `::before` may follow the selector. */
export function styleOf(page: Page, selector: string, ...names: readonly string[]): Promise<string[]> {
  return page.evaluate(
    ({ at, names: asked }) => {
      const [where = "", pseudo] = at.split("::");
      const element = document.querySelector(where);
      if (!element) throw new Error(`${where} is not on the page.`);
      const style = getComputedStyle(element, pseudo === undefined ? undefined : `::${pseudo}`);
      return asked.map((name) => style.getPropertyValue(name));
    },
    { at: selector, names },
  );
}

interface Box {
  readonly width: number;
  readonly height: number;
}

/** What one element measures. */
export function sizeOf(page: Page, selector: string): Promise<Box> {
  return page.locator(selector).first().evaluate((element) => {
    const { width, height } = element.getBoundingClientRect();
    return { width, height };
  });
}

/** Pixels from the end of one element to the start of the next, down the page or along it. */
export function gapOf(page: Page, before: string, after: string, along: "down" | "across" = "down"): Promise<number> {
  return page.evaluate(
    ({ one, other, across }) => {
      const [a, b] = [one, other].map((where) => document.querySelector(where)?.getBoundingClientRect());
      if (!a || !b) throw new Error(`${one} or ${other} is not on the page.`);
      return Math.round((across ? b.left - a.right : b.top - a.bottom) * 100) / 100;
    },
    { one: before, other: after, across: along === "across" },
  );
}

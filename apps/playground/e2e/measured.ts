import type { Page } from "@playwright/test";

/** `[selector, …CSS names]` reads computed values; `[before, "down" | "across", after]` the pixels between two elements. */
export type Asked = readonly [selector: string, ...names: string[]];

/** Everything asked for in one go, so that a look costs one call: `title` -> `22px 600`. A selector may end in `::before`. What moves comes to rest first. */
export async function measure(page: Page, asked: Readonly<Record<string, Asked>>): Promise<Record<string, string>> {
  await page.evaluate(rest);
  return page.evaluate(read, Object.entries(asked));
}

async function rest(): Promise<void> {
  const moving = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
  // One that is cancelled, as a transition turned round is, has come to its end as well.
  await Promise.allSettled(moving.map(({ finished }) => finished));
}

function read(asked: (readonly [string, Asked])[]): Record<string, string> {
  const find = (selector: string): Element => {
    const element = document.querySelector(selector);
    if (!element) throw new Error(`${selector} is not on the page.`);
    return element;
  };
  const gap = (before: string, after: string, across: boolean): string => {
    const [a, b] = [find(before).getBoundingClientRect(), find(after).getBoundingClientRect()];
    return `${Math.round((across ? b.left - a.right : b.top - a.bottom) * 100) / 100}px`;
  };
  const values = ([selector, first = "", second = "", ...more]: Asked): string => {
    if (first === "down" || first === "across") return gap(selector, second, first === "across");
    const [where = "", pseudo] = selector.split("::");
    const style = getComputedStyle(find(where), pseudo === undefined ? undefined : `::${pseudo}`);
    return [first, second, ...more].map((name) => style.getPropertyValue(name)).join(" ").trim();
  };
  return Object.fromEntries(asked.map(([name, one]) => [name, values(one)]));
}

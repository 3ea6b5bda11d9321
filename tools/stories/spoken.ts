import type { Page } from "@playwright/test";

/** Which countries there are and what they are called is the browser's to say, and changes with it. */
const isOneOfMany = (line: string): boolean => /^\s*- option ".*"$/.test(line);

/** What assistive technology is told of a story: roles, names, states and texts, a line each. */
export async function spokenBy(page: Page): Promise<string> {
  const tree = await page.locator("#storybook-root").ariaSnapshot();
  return `${tree.split("\n").filter((line) => !isOneOfMany(line)).join("\n")}\n`;
}

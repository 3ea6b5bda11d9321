import type { Page } from "@playwright/test";

/** Which countries there are and what they are called is the browser's to say, and changes with it. */
const isOneOfMany = (line: string): boolean => /^\s*- option ".*"$/.test(line);

/** What assistive technology is told of a story: roles, names, states and texts, a line each. */
export async function spokenBy(page: Page): Promise<string> {
  const root = page.locator("#storybook-root");
  const lines = (await root.ariaSnapshot()).split("\n").filter((line) => !isOneOfMany(line));
  // A wait is put into words once it has lasted (D12): what the status says then depends on the machine.
  const waits = (await root.locator("form[aria-busy=true]").count()) > 0;
  const told = waits ? lines.map((line) => line.replace(/^(\s*- status): .*$/, "$1")) : lines;
  return `${told.join("\n")}\n`;
}

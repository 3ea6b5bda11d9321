import type { AxeResults, RunOptions } from "axe-core";

const pause = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));

interface Axe {
  /** There is one axe in the page, Storybook's: an addon that rewrites styles may have set it off anew. */
  readonly _running: boolean;
  readonly run: (context: object, options: RunOptions) => Promise<AxeResults>;
}

async function judge(include: string, options: RunOptions): Promise<string[]> {
  await pause();
  const { axe } = globalThis as unknown as { readonly axe: Axe }; // the runner puts axe into the page
  while (axe._running) await pause();
  const { violations } = await axe.run({ include: [include] }, { ...options, resultTypes: ["violations"] });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
}

/** What lacks contrast in the colours that the page wears just now; the other rules do not depend on colours. */
export const contrast = (): Promise<string[]> => judge("#storybook-root", { runOnly: ["color-contrast", "link-in-text-block"] });

/** What any rule finds on a page of documentation, which Storybook itself does not judge. */
export const faults = (): Promise<string[]> => judge("body", { rules: { "target-size": { enabled: true } } });

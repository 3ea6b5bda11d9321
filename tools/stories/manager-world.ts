import type { Page } from "@playwright/test";
import { pageChecks } from "./page-checks.ts";

/** Fills what the page shows from a JavaScript world of its own, as an extension does; answers what was lost. */
export type FillAsManager = () => Promise<readonly string[]>;

/** Gives a manager its place in a page. It lasts until the page navigates. */
export async function enterAsManager(page: Page): Promise<FillAsManager> {
  const devtools = await page.context().newCDPSession(page);
  const { frameTree } = await devtools.send("Page.getFrameTree");
  const { executionContextId: contextId } = await devtools.send("Page.createIsolatedWorld", { frameId: frameTree.frame.id, worldName: "manager" });
  await devtools.send("Runtime.evaluate", { contextId, expression: `${await pageChecks()};0` });
  return async () => {
    const { result, exceptionDetails } = await devtools.send("Runtime.evaluate", { contextId, expression: "pageChecks.filling()", awaitPromise: true, returnByValue: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as string[];
  };
}

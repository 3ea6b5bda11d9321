import type { Page } from "@playwright/test";

/** Everything a script of the page can get hold of. */
export const whatScriptsSee = (page: Page) => page.evaluate(() => JSON.stringify([document.cookie, Object.entries(sessionStorage), Object.entries(localStorage), location.href, document.body.innerHTML]));

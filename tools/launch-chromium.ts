import { chromium, type Browser } from "playwright";
import { chromiumArgs, chromiumPath } from "./chromium.mjs";

/** Starts the quickest Chromium of this machine; without one, Playwright says in its own words what is missing. */
export function launchChromium(): Promise<Browser> {
  const executablePath = chromiumPath();
  return chromium.launch({ args: chromiumArgs, ...(executablePath === undefined ? {} : { executablePath }) });
}

import { join } from "node:path";
import { defineConfig } from "@playwright/test";
import { chromiumArgs, chromiumPath } from "../../../tools/chromium.mjs";
import { pageOrigin, pagePort, serverPort } from "./address.ts";

const root = join(import.meta.dirname, "..", "..", "..");
const executablePath = chromiumPath();

/** `npm run tour`: what `npm start` starts, in a real Chromium, through every factor; a line a rule with what was seen. */
export default defineConfig({
  testDir: ".",
  testMatch: "*.tour.ts",
  outputDir: "../test-results/tour",
  forbidOnly: true,
  retries: 0,
  // One server for the whole way, so one stop after the other.
  workers: 1,
  fullyParallel: false,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: "./reporter.ts",
  use: { baseURL: pageOrigin, locale: "en-GB", timezoneId: "UTC", launchOptions: { args: chromiumArgs, ...(executablePath === undefined ? {} : { executablePath }) } },
  // TRUSTED_PROXIES, so that a stop can be a stranger's network; the page itself comes from this machine.
  webServer: {
    command: `exec "${process.execPath}" tools/start.mjs`,
    cwd: root,
    url: pageOrigin,
    reuseExistingServer: false,
    timeout: 120_000,
    env: { PORT: String(serverPort), PLAYGROUND_PORT: String(pagePort), DATABASE_URL: "file::memory:", TRUSTED_PROXIES: "127.0.0.1/32", NODE_ENV: "development" },
    gracefulShutdown: { signal: "SIGTERM", timeout: 5_000 },
  },
});

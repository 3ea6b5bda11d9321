import { defineConfig } from "@playwright/test";
import { chromiumArgs, chromiumPath } from "../../tools/chromium.mjs";
import { hostsOrigin, pageOrigin } from "./e2e/address.ts";

const executablePath = chromiumPath();

// `npm run face:test`: a second of arithmetic a picture, and half a minute until the first.
const looksAtPhotos = process.env["FACE_VERIFIER"] !== undefined;

const server = { env: { NODE_ENV: "development" }, reuseExistingServer: false, gracefulShutdown: { signal: "SIGTERM", timeout: 2_000 } } as const;

/** The real playground in a real Chromium against the real server. Run it with: playwright test -c apps/playground */
export default defineConfig({
  testDir: "e2e",
  // Pictures are looked at by people: GUARD_PICTURES=pictures playwright test -c apps/playground
  testMatch: process.env["GUARD_PICTURES"] === undefined ? "**/*.spec.ts" : "pictures.ts",
  outputDir: "test-results",
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: looksAtPhotos ? 1 : 2,
  timeout: looksAtPhotos ? 180_000 : 30_000,
  expect: { timeout: looksAtPhotos ? 60_000 : 7_000 },
  reporter: [["line"], ["json", { outputFile: "test-results/e2e.json" }]],
  use: {
    baseURL: pageOrigin,
    locale: "en-GB",
    timezoneId: "UTC",
    // Painting what moves, without a graphics card, cost a third of all pages' work. login.spec.ts and autofill.spec.ts ask for motion.
    contextOptions: { reducedMotion: "reduce" },
    screenshot: "off",
    trace: "off",
    video: "off",
    launchOptions: { args: chromiumArgs, ...(executablePath === undefined ? {} : { executablePath }) },
  },
  // React's development build: only there StrictMode runs every effect twice, and hydration says what it finds.
  webServer: [
    { ...server, command: `exec "${process.execPath}" e2e/serve-page.ts`, url: pageOrigin },
    { ...server, command: `exec "${process.execPath}" e2e/hosts/serve.ts`, url: hostsOrigin },
  ],
});

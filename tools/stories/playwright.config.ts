import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { defineConfig } from "@playwright/test";
import { chromiumArgs, chromiumPath } from "../chromium.mjs";
import { storybookFolder, storybookOrigin, storybookPort } from "./storybook.ts";

const require = createRequire(import.meta.url);
const bin = (name: string, file: string): string => `"${process.execPath}" "${join(dirname(require.resolve(`${name}/package.json`)), file)}"`;
const root = join(import.meta.dirname, "..", "..");
const executablePath = chromiumPath();

// The same pixels everywhere: no hinting, no colours at the edges of letters, one colour profile.
const samePixels = ["--font-render-hinting=none", "--disable-lcd-text", "--disable-font-subpixel-positioning", "--force-color-profile=srgb"];

/** Every story of the static Storybook in a real Chromium. Run it with: npm run stories */
export default defineConfig({
  testDir: ".",
  // The README's pictures are made by hand: npm run contact-sheet
  testMatch: process.env["GUARD_CONTACT_SHEET"] === undefined ? "*.spec.ts" : "contact-sheet.ts",
  outputDir: join(root, "test-results", "stories"),
  snapshotPathTemplate: "{testDir}/{arg}{ext}",
  // Only who asks for it renews a file: npm run pictures
  updateSnapshots: "none",
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 30_000,
  reporter: [["dot"], ["json", { outputFile: join(root, "test-results", "stories.json") }]],
  use: { launchOptions: { args: [...chromiumArgs, ...samePixels], ...(executablePath === undefined ? {} : { executablePath }) } },
  webServer: {
    command: `${bin("storybook", "dist/bin/dispatcher.js")} build --quiet --output-dir "${storybookFolder}" && exec ${bin("vite", "bin/vite.js")} preview --config tools/stories/vite.config.ts --outDir "${storybookFolder}" --port ${storybookPort}`,
    cwd: root,
    url: `${storybookOrigin}/index.json`,
    reuseExistingServer: process.env["GUARD_STORIES_SERVED"] !== undefined,
    gracefulShutdown: { signal: "SIGTERM", timeout: 2_000 },
    timeout: 240_000,
  },
});

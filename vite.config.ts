import react from "@vitejs/plugin-react";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { chromiumArgs, chromiumPath } from "./tools/chromium.mjs";

const browserTests = "{packages,apps}/*/src/**/*.browser.test.ts";
const deepTests = "{packages,apps}/*/src/**/*.deep.test.ts";

const executablePath = chromiumPath();

const provider = playwright({
  launchOptions: { ...(executablePath === undefined ? {} : { executablePath }), args: chromiumArgs },
  contextOptions: { reducedMotion: "reduce" },
});

/** One file for Vitest's projects and for Storybook, which picks it up by its place. */
export default defineConfig({
  plugins: [react()],
  test: {
    // Vitest takes one core less than there are, which on two leaves one idle.
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: "unit", environment: "node", include: ["packages/*/src/**/*.test.ts", "apps/*/src/**/*.test.ts", "tools/**/*.test.ts", ".storybook/**/*.test.ts"], exclude: ["tools/packages/**", "packages/face/**", deepTests, browserTests, "**/node_modules/**"] } },
      // The face provider is not in the workspace's install; `npm run face:install`, then `npm run face:test`. A second of arithmetic a picture.
      { extends: true, test: { name: "face", environment: "node", include: ["packages/face/src/**/*.test.ts"], testTimeout: 120_000, hookTimeout: 120_000 } },
      // `npm run test:deep`: its own tests, and the property tests of `unit` with more runs.
      { extends: true, test: { name: "deep", environment: "node", include: [deepTests, "apps/mock-server/src/tries/counter.property.test.ts", "apps/mock-server/src/node/race.test.ts", "apps/mock-server/src/http/request.test.ts", "packages/adapter-http/src/success.test.ts"], exclude: ["**/node_modules/**"], fileParallelism: false } },
      { extends: true, test: { name: "dom", environment: "jsdom", include: ["{packages,apps}/*/src/**/*.test.tsx"], setupFiles: ["./tools/setup-dom.ts"] } },
      // What a page runs, where pages run.
      { extends: true, test: { name: "browser", include: [browserTests], browser: { enabled: true, headless: true, screenshotFailures: false, provider, instances: [{ browser: "chromium", name: "page" }] } } },
      // NODE_ENV: what is built in these tests is what users build, without what only developers need.
      {
        test: {
          name: "packages",
          environment: "node",
          include: ["tools/packages/*.test.ts"],
          globalSetup: "./tools/packages/setup.ts",
          env: { NODE_ENV: "production" },
          // Compilers, bundlers and a browser on a busy machine.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});

import { join } from "node:path";
import { storybookTest } from "@storybook/addon-vitest/vitest-plugin";
import react from "@vitejs/plugin-react";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { chromiumArgs, chromiumPath } from "./tools/chromium.mjs";

const root = import.meta.dirname;

const executablePath = chromiumPath();

const browser = () => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({ launchOptions: { ...(executablePath === undefined ? {} : { executablePath }), args: chromiumArgs } }),
  instances: [{ browser: "chromium" as const }],
});

/** One file for Vitest's projects and for Storybook, which picks it up by its place. */
export default defineConfig({
  plugins: [react()],
  test: {
    projects: [
      { extends: true, test: { name: "unit", environment: "node", include: ["packages/*/src/**/*.test.ts", "apps/*/src/**/*.test.ts", "tools/**/*.test.ts"] } },
      { extends: true, test: { name: "dom", environment: "jsdom", include: ["packages/*/src/**/*.test.tsx"], setupFiles: ["./tools/setup-dom.ts"] } },
      { extends: true, plugins: [storybookTest({ configDir: join(root, ".storybook") })], test: { name: "stories", browser: browser() } },
    ],
  },
});

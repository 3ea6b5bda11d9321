import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { build, type Rolldown } from "vite";

/** axe itself, as a script. */
export const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let built: Promise<string> | undefined;

async function bundleChecks(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: "silent",
    build: { write: false, minify: false, lib: { entry: join(import.meta.dirname, "page", "checks.ts"), formats: ["iife"], name: "pageChecks" } },
  });
  const [first] = result as Rolldown.RolldownOutput[];
  // Playwright runs a script in a function of its own.
  return `${first?.output[0].code}\nglobalThis.pageChecks = pageChecks;`;
}

/** A script that gives a page the checks that need its layout, as the global `pageChecks`. */
export const pageChecks = (): Promise<string> => (built ??= bundleChecks());

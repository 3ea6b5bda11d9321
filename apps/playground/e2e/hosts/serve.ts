// Builds the hosts' pages and serves them. Playwright starts it: node apps/playground/e2e/hosts/serve.ts
import { build, preview } from "vite";
import { join } from "node:path";
import { buildOldTailwind } from "./old-tailwind.ts";

const config = { configFile: join(import.meta.dirname, "vite.config.ts"), mode: "development", logLevel: "warn" } as const;

await buildOldTailwind();
await build(config);
await preview(config);

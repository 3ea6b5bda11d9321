// Builds the hosts' pages and serves them. Playwright starts it: node apps/playground/e2e/hosts/serve.ts
import { join } from "node:path";
import { build, preview } from "vite";
import { buildOldTailwind } from "./old-tailwind.ts";
import { strictPages } from "./strict.ts";

const config = { configFile: join(import.meta.dirname, "vite.config.ts"), mode: "development", logLevel: "warn" } as const;
const built = join(import.meta.dirname, "../../.vite");

await buildOldTailwind();
await build(config);
await build({ ...config, build: { ssr: true } });
const { renderLogin } = (await import(join(built, "hosts-server/login-server.js"))) as typeof import("./login-server.tsx");
await preview({ ...config, plugins: [strictPages(join(built, "hosts"), renderLogin)] });

// `npm run size`: what a page loads because of us, measured on packed and installed packages.
import "./node-version.mjs";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const { buildPackages } = await import("./packages/build.ts");
const { packPackages } = await import("./packages/pack.ts");
const { installApp } = await import("./packages/install.ts");
const { measureSizes, sizeTable } = await import("./packages/measure.ts");

const tarballs = mkdtempSync(join(tmpdir(), "guard-tarballs-"));
await buildPackages();
await packPackages(tarballs);
const app = await installApp(tarballs);
const figures = await measureSizes(app);
console.log(`${sizeTable(figures)}\n\nBrotli, kB of 1,000 bytes.`);
for (const folder of [tarballs, app]) rmSync(folder, { recursive: true, force: true });
process.exitCode = figures.some(({ bytes, budget = Infinity }) => bytes > budget) ? 1 : 0;

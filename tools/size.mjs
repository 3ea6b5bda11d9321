// `npm run size`: what a page loads because of us, measured on packed and installed packages.
import "./node-version.mjs";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const { buildPackages } = await import("./packages/build.ts");
const { packPackages } = await import("./packages/pack.ts");
const { installApp } = await import("./packages/install.ts");
const { measureSizes, sizeTable } = await import("./packages/measure.ts");

const folders = [mkdtempSync(join(tmpdir(), "guard-tarballs-"))];
try {
  await buildPackages();
  await packPackages(folders[0]);
  folders.push(await installApp(folders[0]));
  const figures = await measureSizes(folders[1]);
  console.log(`${sizeTable(figures)}\n\nBrotli, kB of 1,000 bytes.`);
  process.exitCode = figures.some(({ bytes, budget = Infinity }) => bytes > budget) ? 1 : 0;
} finally {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}

// `npm run size`: what a page loads because of us, measured on packed and installed packages.
import "./node-version.mjs";

const { withInstalledPackages } = await import("./packages/installed-packages.ts");
const { measureSizes, sizeTable } = await import("./packages/measure.ts");

const figures = await withInstalledPackages(measureSizes);
console.log(`${sizeTable(figures)}\n\nBrotli, kB of 1,000 bytes.`);
process.exitCode = figures.some(({ bytes, budget = Infinity }) => bytes > budget) ? 1 : 0;

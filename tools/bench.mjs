// `npm run bench`: the figures of issue 3, item 9, as one table and as JSON. `npm run bench -- server page size` names parts.
import "./node-version.mjs";
import { mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg } from "node:os";
import { join } from "node:path";
import { ensureChromium } from "./ensure-chromium.mjs";

const parts = {
  size: async (_, app) => (await import("./bench/size.ts")).benchSize(app),
  page: async (folder, app) => {
    ensureChromium();
    return (await import("./bench/page.ts")).benchPage(folder, app);
  },
  server: async (folder) => (await import("./bench/server.ts")).benchServer(folder),
};
/** They look at the packages as users get them. */
const asInstalled = ["size", "page"];

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !Object.hasOwn(parts, name));
if (unknown !== undefined) {
  console.error(`There is no part "${unknown}"; the parts are ${Object.keys(parts).join(", ")}.`);
  process.exit(1);
}

const folder = join(import.meta.dirname, "..", "bench-results");
mkdirSync(folder, { recursive: true });

const verdict = ({ ok }) => (ok === undefined ? "" : ok ? "ok" : "missed");
const load = () => loadavg()[0].toFixed(1);
const machine = `${availableParallelism()} cores ${cpus()[0]?.model ?? ""}, Node ${process.versions.node}`;
const began = performance.now();
const loadBefore = load();
const rows = [];
const chosen = Object.keys(parts).filter((name) => wanted.length === 0 || wanted.includes(name));
const runAll = async (names, app) => {
  for (const name of names) rows.push(...(await parts[name](folder, app)));
};
const ofPackages = chosen.filter((name) => asInstalled.includes(name));
if (ofPackages.length > 0) await (await import("./packages/installed-packages.ts")).withInstalledPackages((app) => runAll(ofPackages, app));
await runAll(chosen.filter((name) => !asInstalled.includes(name)));
const seconds = Math.round((performance.now() - began) / 1000);

const lines = [["name", "figure", "target", ""], ...rows.map((row) => [row.name, row.figure, row.target ?? "", verdict(row)])];
const widths = [0, 1, 2, 3].map((column) => Math.max(...lines.map((line) => line[column].length)));
for (const line of lines) console.log(line.map((cell, column) => cell.padEnd(widths[column])).join("  ").trimEnd());
const at = new Date().toISOString();
console.log(`\n${at}, ${machine}, load ${loadBefore} before and ${load()} after, ${seconds} s`);
writeFileSync(join(folder, "bench.json"), `${JSON.stringify({ at, machine, loadBefore, loadAfter: load(), seconds, rows: rows.map((row) => ({ ...row, verdict: verdict(row) })) }, null, 2)}\n`);

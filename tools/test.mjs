// `npm test`: everything, one suite after another, and one line at the end. Exit code 1 on any failure.
import "./node-version.mjs";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { checks } from "./checks.mjs";
import { countPlaywright, countVitest } from "./count-results.mjs";
import { ensureChromium } from "./ensure-chromium.mjs";
import { root, runCommand } from "./run-command.mjs";

const results = join(root, "test-results");
const e2eResults = join(root, "apps", "playground", "test-results");
const report = (name) => join(results, `${name}.json`);

const vitest = (name, projects) => ({
  name,
  command: ["vitest", "run", ...projects.flatMap((project) => ["--project", project]), "--reporter=dot", "--reporter=json", `--outputFile.json=${report(name)}`],
  count: () => countVitest(report(name)),
});

const suites = [
  ...checks.map(({ name, command }) => ({ name, command })),
  vitest("unit", ["unit"]),
  vitest("packages", ["packages"]),
  vitest("dom", ["dom"]),
  vitest("page", ["page"]),
  { name: "stories", command: ["playwright", "test", "--config", "tools/stories/playwright.config.ts"], count: () => countPlaywright(report("stories")) },
  {
    name: "e2e",
    command: ["playwright", "test", "--config", "apps/playground/playwright.config.ts"],
    count: () => countPlaywright(join(e2eResults, "e2e.json")),
  },
];

ensureChromium();
for (const old of [results, e2eResults]) rmSync(old, { recursive: true, force: true });

const rows = [];
for (const { name, command, count } of suites) {
  console.log(`\n== ${name}`);
  const { code, seconds } = await runCommand(command);
  const counted = count?.() ?? { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  // A runner that failed without naming a test, or that skipped one, has failed all the same.
  const failed = counted.failed + counted.skipped || (code === 0 ? 0 : 1);
  if (counted.passed + failed === 0) throw new Error(`The suite "${name}" ran no test. Look at its include patterns.`);
  rows.push({ name, seconds, passed: counted.passed, failed });
}

console.log("");
for (const { name, seconds, passed, failed } of rows) {
  console.log(`${failed === 0 ? "ok    " : "FAILED"} ${name.padEnd(36)} ${seconds.toFixed(1).padStart(6)} s  ${passed} passed${failed ? `, ${failed} failed` : ""}`);
}
const total = (key) => rows.reduce((sum, row) => sum + row[key], 0);
console.log(`       ${"all".padEnd(36)} ${total("seconds").toFixed(1).padStart(6)} s\n`);
console.log(`${total("passed")} passed, ${total("failed")} failed`);
process.exitCode = total("failed") === 0 ? 0 : 1;

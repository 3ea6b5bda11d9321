// `npm run test:deep`: what takes minutes and an idle machine, and so is no part of `npm test`: statistics over a million
// draws, timing, and the property tests with 10,000 runs each. `PROPERTY_RUNS=1000 npm run test:deep` for fewer.
import "./node-version.mjs";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { countVitest } from "./count-results.mjs";
import { root, runCommand } from "./run-command.mjs";

const report = join(root, "test-results", "deep.json");
rmSync(report, { force: true });
process.env.PROPERTY_RUNS ??= "10000";
const { code } = await runCommand(["vitest", "run", "--project", "deep", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`]);
const { passed, failed, skipped } = countVitest(report) ?? { passed: 0, failed: 0, skipped: 0 };
// A runner that failed without naming a test, or that skipped one, has failed all the same.
const wrong = failed + skipped || (code === 0 && passed > 0 ? 0 : 1);
console.log(`\n${passed} passed, ${wrong} failed`);
process.exitCode = wrong === 0 ? 0 : 1;

import { existsSync, readFileSync } from "node:fs";

const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined);

/** Vitest's JSON report: tests that passed and that did not. A file that failed to load counts as one failure. */
export const countVitest = (file) => {
  const report = read(file);
  if (!report) return undefined;
  const { numPassedTests: passed, numTotalTests: total, numPendingTests: pending = 0, numFailedTestSuites = 0, numFailedTests = 0 } = report;
  const unloaded = numFailedTests === 0 ? numFailedTestSuites : 0;
  return { passed, failed: total - passed - pending + unloaded, skipped: pending };
};

/** Playwright's JSON report. A flaky test is a failure: it has told the truth once. */
export const countPlaywright = (file) => {
  const report = read(file);
  if (!report) return undefined;
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected, failed: unexpected + flaky + report.errors.length, skipped };
};

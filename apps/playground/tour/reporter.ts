import type { Reporter, TestCase, TestResult } from "@playwright/test/reporter";

const RULE = 5;
const SAYS = 78;

/** A line a rule: what it says, and what was seen; why not, where it was not. */
export default class TourReporter implements Reporter {
  readonly #seen = { passed: 0, failed: 0 };

  printsToStdio(): boolean {
    return true;
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    const [, rule = "", says = ""] = /^(\S+) · (.*)$/.exec(test.title) ?? [];
    const passed = result.status === "passed";
    this.#seen[passed ? "passed" : "failed"] += 1;
    const saw = result.annotations.filter(({ type }) => type === "saw").map(({ description }) => description);
    const end = passed ? saw.join("; ") : (result.error?.message ?? result.status);
    process.stdout.write(`${`${passed ? "ok    " : "FAILED"} ${rule.padEnd(RULE)} ${says.padEnd(SAYS)} saw: ${end}`}\n`);
  }

  onError({ message }: { readonly message?: string }): void {
    process.stdout.write(`${message ?? "The tour could not begin."}\n`);
  }

  onEnd(): void {
    const { passed, failed } = this.#seen;
    process.stdout.write(`${`\n${passed} passed, ${failed} failed`}\n`);
  }
}

import type { Reporter, TestCase, TestResult } from "@playwright/test/reporter";

const RULE = 5;
const SAYS = 78;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

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
    say(`${passed ? "ok    " : "FAILED"} ${rule.padEnd(RULE)} ${says.padEnd(SAYS)} saw: ${end}`);
  }

  onError({ message }: { readonly message?: string }): void {
    say(message ?? "The tour could not begin.");
  }

  onEnd(): void {
    const { passed, failed } = this.#seen;
    say(`\n${passed} passed, ${failed} failed`);
  }
}

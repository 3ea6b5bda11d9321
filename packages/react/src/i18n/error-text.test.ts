import { loadLaterEnglish } from "@guard/locales";
import { failure, T0 } from "@guard/machine/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { createI18n, learnEnglish, type Say } from "./create-i18n.ts";
import { failureText } from "./error-text.ts";

// As the later views bring it.
beforeAll(async () => learnEnglish(await loadLaterEnglish()));

const { t } = createI18n("en-GB");
const say: Say = (key, values) => t(key, { ...values });
const told = (retryAt: number, offset = 0) => failureText(say, "en-GB", failure({ code: "rate_limited", retryAt }), { now: T0 - offset, offset });

describe("how long to wait after too many tries", () => {
  it.each([
    [20_000, "20 seconds"],
    [19_001, "20 seconds"],
    [1_000, "1 second"],
    [59_999, "60 seconds"],
  ])("%i ms are told in seconds", (wait, length) => expect(told(T0 + wait)).toBe(`Too many tries. Wait a moment and try again. You can try again in ${length}.`));

  it("a minute and more are told as a time of day", () => expect(told(T0 + 60_000)).toMatch(/ You can try again at \d\d:\d\d\.$/));

  it("a wrong client clock changes nothing", () => expect(told(T0 + 20_000, 86_400_000)).toBe(told(T0 + 20_000)));

  it("a wait that is over is not told", () => expect(told(T0)).toBe("Too many tries. Wait a moment and try again."));
});

it("threatens with no lock at a sign-in by a code, which sets none (R2a)", () => {
  const refused = { id: "t", late: false, error: { code: "code_invalid", attemptsLeft: 1 } } as const;
  expect(failureText(say, "en-GB", refused, { now: 0, offset: 0 })).toMatch(/locked/);
  expect(failureText(say, "en-GB", refused, { now: 0, offset: 0, locks: false })).toBe("That code isn’t right. 1 attempt left.");
});

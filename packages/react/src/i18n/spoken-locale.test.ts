import { expect, it } from "vitest";
import { spokenLocale } from "./spoken-locale.ts";

it.each([
  ["de-AT", "de-AT"],
  ["zh-hant-hk", "zh-Hant-HK"],
  ["en-GB", "en-GB"],
])("speaks %s, written as %s", (tag, spoken) => expect(spokenLocale(tag, false)).toBe(spoken));

it.each(["tlh", "zh_TW", "not a tag", ""])("speaks English for %j, in words, numbers and direction", (tag) => expect(spokenLocale(tag, false)).toBe("en"));

it("speaks a language that does not ship when it was handed in whole, if its tag is one", () => {
  expect(spokenLocale("fi", true)).toBe("fi");
  expect(spokenLocale("fi_FI", true)).toBe("en");
});

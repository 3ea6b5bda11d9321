import { expect, expectTypeOf, it } from "vitest";
import { en, loadMessages, locales, matchLocale, type MessageKey, type Messages } from "./index.ts";

const placeholders = (text: string): string[] => (text.match(/\{\{\w+\}\}/g) ?? []).toSorted();
const base = (key: string): string => key.replace(/_(zero|one|two|few|many|other)$/, "");

it("says everything in every language, with the same values in it", async () => {
  for (const locale of locales.filter((tag) => tag !== "en")) {
    const messages = await loadMessages(locale);
    expect(new Set(Object.keys(messages ?? {}).map(base)), locale).toEqual(new Set(Object.keys(en).map(base)));
    for (const [key, text] of Object.entries(messages ?? {})) {
      const english = en[key as keyof typeof en] ?? en[`${base(key)}_other` as keyof typeof en];
      expect(placeholders(text), `${locale} ${key}`).toEqual(placeholders(english));
    }
  }
});

it("has every plural form that a language needs", async () => {
  for (const locale of locales) {
    const messages = locale === "en" ? en : await loadMessages(locale);
    const keys = Object.keys(messages ?? {});
    const plurals = new Set(keys.filter((key) => key.endsWith("_other")).map(base));
    for (const category of new Intl.PluralRules(locale).resolvedOptions().pluralCategories) {
      for (const key of plurals) expect(keys, locale).toContain(`${key}_${category}`);
    }
  }
});

it("holds no markup and no straight apostrophe", () => {
  for (const [key, text] of Object.entries(en)) expect(text, key).not.toMatch(/[<>]|\w'\w/);
});

it("finds the nearest language to a tag", () => {
  expect(matchLocale("zh-Hans-SG")).toBe("zh-CN");
  expect(matchLocale("en-GB")).toBe("en");
  expect(matchLocale("tlh")).toBeUndefined();
  expect(matchLocale("not a tag")).toBeUndefined();
});

it("does not compile with a missing key", () => {
  expectTypeOf<Omit<Messages, "password.title">>().not.toExtend<Messages>();
  expectTypeOf<"verify.short">().toExtend<MessageKey>();
});

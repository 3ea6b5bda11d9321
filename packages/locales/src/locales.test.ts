import { beforeAll, describe, expect, expectTypeOf, it } from "vitest";
import { centerEn, loadCenterMessages, type CenterMessages } from "./center.ts";
import { en, loadFirst, loadLater, loadMessages, locales, matchLocale, type FirstMessages, type LaterMessages, type MessageKey, type Messages } from "./index.ts";

type Words = Readonly<Record<string, string>>;

const english: Words = { ...en, ...centerEn };
const others = locales.filter((tag) => tag !== "en");
const said = new Map<string, Words>([["en", english]]);
const wordsOf = (locale: string): Words => said.get(locale) ?? {};

beforeAll(async () => {
  for (const locale of others) said.set(locale, { ...(await loadMessages(locale)), ...(await loadCenterMessages(locale)) });
});

const suffix = /_(zero|one|two|few|many|other)$/;
const base = (key: string): string => key.replace(suffix, "");
const placeholders = (text: string): string[] => [...new Set(text.match(/\{\{\w+\}\}/g))].toSorted();

/** Where a plural form stands for a single number, a language may say it in a word: "محاولة واحدة". */
function isOneNumber(locale: string, key: string): boolean {
  const rules = new Intl.PluralRules(locale);
  const numbers = Array.from({ length: 1_000 }, (_, number) => number);
  return numbers.filter((number) => rules.select(number) === suffix.exec(key)?.[1]).length === 1;
}

it("ships the ten languages", () => expect(locales).toEqual(["en", "zh-CN", "zh-TW", "ja", "ko", "de", "fr", "es", "pt-BR", "ar"]));

describe.each(others)("%s", (locale) => {
  it("says everything that English says, and nothing more", () => {
    expect(new Set(Object.keys(wordsOf(locale)).map(base))).toEqual(new Set(Object.keys(english).map(base)));
  });

  it("has the same values in each sentence", () => {
    for (const [key, text] of Object.entries(wordsOf(locale))) {
      const wanted = placeholders(english[key] ?? english[`${base(key)}_other`] ?? "");
      const inAWord = !text.includes("{{count}}") && isOneNumber(locale, key);
      expect(placeholders(text), key).toEqual(inAWord ? wanted.filter((name) => name !== "{{count}}") : wanted);
    }
  });

  it("is a language of its own: only words that are the same everywhere stay English", () => {
    const same = Object.keys(english).filter((key) => wordsOf(locale)[key] === english[key] && !/^(sentence\.pair|tab\.totp)$/.test(key));
    expect(same).toEqual([]);
  });
});

describe.each(locales)("%s", (locale) => {
  it("has the plural forms that its grammar has, no fewer and no more", () => {
    const keys = Object.keys(wordsOf(locale));
    const { pluralCategories } = new Intl.PluralRules(locale).resolvedOptions();
    for (const key of new Set(keys.filter((name) => name.endsWith("_other")).map(base))) {
      expect(keys.filter((name) => base(name) === key && name !== key), key).toHaveLength(pluralCategories.length);
      for (const category of pluralCategories) expect(keys).toContain(`${key}_${category}`);
    }
  });

  it("holds no markup, no straight apostrophe and no stray space", () => {
    for (const [key, text] of Object.entries(wordsOf(locale))) expect(text, key).not.toMatch(/[<>"]|\w'\w|^\s|\s$| {2}/);
  });

  it("fixes no number that an application may set: how many tries, how long a lock, a code, a sign-in", () => {
    const told = Object.entries(wordsOf(locale)).filter(([key]) => /^(verify\.(un)?sent|locked|closed|expired|error\.(?!image)|center\.(locked|closed))/.test(key));
    expect(told.length).toBeGreaterThan(40);
    for (const [key, text] of told) expect(text, key).not.toMatch(/\p{Nd}/u);
  });

  it("calls no field and no button by nothing", () => {
    for (const [key, text] of Object.entries(wordsOf(locale))) expect(text, key).not.toBe("");
  });
});

it("French keeps its marks on the line of their word", () => {
  for (const [key, text] of Object.entries(wordsOf("fr"))) expect(text, key).not.toMatch(/ [?!:;»]|« /);
});

describe("finding the nearest language", () => {
  it.each([
    ["zh-Hant-HK", "zh-TW"],
    ["zh-HK", "zh-TW"],
    ["zh-Hans-SG", "zh-CN"],
    ["zh", "zh-CN"],
    ["pt", "pt-BR"],
    ["pt-PT", "pt-BR"],
    ["de-AT", "de"],
    ["DE-ch", "de"],
    ["es-419", "es"],
    ["ar-EG", "ar"],
    ["ar-u-nu-arab", "ar"],
    ["en-GB", "en"],
  ])("%s is %s", (tag, locale) => expect(matchLocale(tag)).toBe(locale));

  it.each(["tlh", "nl", "az-Arab", "zh_TW", "not a tag", ""])("%j is none", (tag) => expect(matchLocale(tag)).toBeUndefined());
});

it("brings a language in two parts, and English in none: it is there already", async () => {
  expect(Object.keys((await loadFirst("de")) ?? {})).not.toContain("verify.title");
  expect(Object.keys((await loadLater("de-AT")) ?? {})).toContain("verify.title");
  for (const load of [loadFirst, loadLater, loadMessages, loadCenterMessages]) expect(await load("en-GB")).toBeUndefined();
});

describe("a language does not compile", () => {
  it("with a missing key", () => {
    expectTypeOf<Omit<Messages, "password.title">>().not.toExtend<Messages>();
    expectTypeOf<Omit<FirstMessages, "password.title">>().not.toExtend<FirstMessages>();
    expectTypeOf<Omit<LaterMessages, "verify.short_other">>().not.toExtend<LaterMessages>();
    expectTypeOf<Omit<CenterMessages, "center.title">>().not.toExtend<CenterMessages>();
    expectTypeOf<"verify.short">().toExtend<MessageKey>();
  });

  it("with a key too many", async () => {
    const { first } = await import("./de-first.ts");
    // @ts-expect-error -- "pasword.title" is no key
    const strange: FirstMessages = { ...first, "pasword.title": "Anmelden" };
    expect(strange).toHaveProperty(["password.title"]);
  });
});

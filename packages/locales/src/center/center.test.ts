import { expect, it } from "vitest";
import { centerEn, loadCenterMessages } from "../center.ts";
import { en, locales } from "../index.ts";

const placeholders = (text: string): string[] => (text.match(/\{\{\w+\}\}/g) ?? []).toSorted();

it("says everything in every shipped language, with the same values in it", async () => {
  for (const locale of locales.filter((tag) => tag !== "en")) {
    const messages = await loadCenterMessages(locale);
    expect(Object.keys(messages ?? {}).toSorted(), locale).toEqual(Object.keys(centerEn).toSorted());
    for (const [key, text] of Object.entries(messages ?? {})) expect(placeholders(text), `${locale} ${key}`).toEqual(placeholders(centerEn[key as keyof typeof centerEn]));
  }
});

it("takes no key that the login has: both are said by one voice", () => {
  expect(Object.keys(centerEn).filter((key) => key in en)).toEqual([]);
});

it("holds no markup and no straight apostrophe", () => {
  for (const [key, text] of Object.entries(centerEn)) expect(text, key).not.toMatch(/[<>]|\w'\w/);
});

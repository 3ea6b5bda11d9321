import { en } from "@guard/locales";
import { centerEn } from "@guard/locales/center";
import { beforeEach, describe, expect, expectTypeOf, it, vi } from "vitest";
import type { MessageOverrides } from "./create-i18n.ts";

let judgeWords: typeof import("./judge-words.ts").judgeWords;
let strangeKeys: typeof import("./judge-words.ts").strangeKeys;
const onFault = vi.fn<(fault: unknown) => void>();
const said = (): string[] => onFault.mock.calls.map(([fault]) => String(fault));

beforeEach(async () => {
  // It remembers what it has told.
  vi.resetModules();
  ({ judgeWords, strangeKeys } = await import("./judge-words.ts"));
  onFault.mockClear();
});

it.each(["tlh", "zh_TW"])("says what is wrong with locale=%j, and what helps", async (tag) => {
  await judgeWords(tag, "en", undefined, onFault);
  expect(said()).toEqual([expect.stringContaining(`locale="${tag}" is none of the languages that ship (en, zh-CN, zh-TW,`)]);
  expect(said()[0]).toMatch(/so English is shown\. Use one of these tags, or hand a whole language in/);
});

it.each([
  ["de-at", "de-AT"],
  ["en-GB", "en-GB"],
  ["EN", "en"],
  ["fi", "fi"],
])("has nothing to say of %s, which is spoken", async (asked, spoken) => {
  await judgeWords(asked, spoken, undefined, onFault);
  expect(said()).toEqual([]);
});

it("names each key that no view asks for, once however often a host renders", async () => {
  for (let render = 0; render < 3; render += 1) await judgeWords("en", "en", { "pasword.title": "Hi", "verify.sort_other": "Short", "password.submit": "Go" }, onFault);
  expect(said()).toEqual(['Error: messages has "pasword.title", "verify.sort_other", which no view asks for, so nobody will ever read it. Correct or remove it: the type MessageOverrides lists every key.']);
});

describe("a key that is known", () => {
  it("may be any plural form of a sentence that has some", () => {
    expect(strangeKeys({ "verify.short_few": "", "verify.short_other": "" }, en)).toEqual([]);
    expect(strangeKeys({ "verify.title_few": "", "verify.short": "" }, en)).toEqual(["verify.title_few", "verify.short"]);
  });

  it("may be one of the personal centre's, whose words often stand in the same object", () => {
    expect(strangeKeys(centerEn, en)).toEqual([]);
    expect(strangeKeys({ ...centerEn, "center.tilte": "" }, { ...en, ...centerEn })).toEqual(["center.tilte"]);
  });
});

it("an unknown key does not compile", () => {
  expectTypeOf<{ "password.submit": string }>().toExtend<MessageOverrides>();
  // @ts-expect-error -- "pasword.title" is no key
  const messages: MessageOverrides = { "pasword.title": "Hi" };
  expect(messages).toBeDefined();
});

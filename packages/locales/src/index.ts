// Room: locales. Sentences by key, one module a language; it imports nothing of ours.
import type { Messages } from "./messages.ts";

export { en } from "./en.ts";
export { enFirst } from "./en-first.ts";
export type { MessageKey, Messages, PluralKey } from "./messages.ts";

const loaders: Readonly<Record<string, () => Promise<Messages>>> = {
  "zh-CN": () => import("./zh-CN.ts").then(({ zhCN }) => zhCN),
};

/** The languages that ship, as BCP 47 tags. */
export const locales: readonly string[] = ["en", ...Object.keys(loaders)];

/** The shipped language nearest to a tag: itself, or one of the same language and script (`zh-Hans-SG` -> `zh-CN`). Undefined: none. */
export function matchLocale(tag: string): string | undefined {
  const exact = locales.find((locale) => locale.toLowerCase() === tag.toLowerCase());
  if (exact) return exact;
  const likely = (text: string): string => {
    const { language, script } = new Intl.Locale(text).maximize();
    return `${language}-${script}`;
  };
  try {
    return locales.find((locale) => likely(locale) === likely(tag));
  } catch {
    return undefined;
  }
}

/** English of every later step, in a chunk of its own: what the first form needs of it is `enFirst`. */
export const loadLaterEnglish = (): Promise<Partial<Messages>> => import("./en-later.ts").then(({ enLater }) => enLater);

/** Loads a language in a chunk of its own. English is there already and answers undefined. */
export async function loadMessages(tag: string): Promise<Messages | undefined> {
  const locale = matchLocale(tag);
  return locale === undefined ? undefined : loaders[locale]?.();
}

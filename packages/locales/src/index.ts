// Room: locales. Sentences by key, one module a language; it imports nothing of ours.
import type { FirstMessages, LaterMessages, Messages } from "./messages.ts";

export { en } from "./en.ts";
export { enFirst } from "./en-first.ts";
export type { FirstMessages, LaterMessages, MessageKey, Messages, PluralKey } from "./messages.ts";

const loaders: Readonly<Record<string, () => Promise<{ readonly first: FirstMessages }>>> = {
  "zh-CN": () => import("./zh-CN-first.ts"),
  "zh-TW": () => import("./zh-TW-first.ts"),
  ja: () => import("./ja-first.ts"),
  ko: () => import("./ko-first.ts"),
  de: () => import("./de-first.ts"),
  fr: () => import("./fr-first.ts"),
  es: () => import("./es-first.ts"),
  "pt-BR": () => import("./pt-BR-first.ts"),
  ar: () => import("./ar-first.ts"),
};

/** The languages that ship, as BCP 47 tags. */
export const locales: readonly string[] = ["en", ...Object.keys(loaders)];

const likely = (tag: string): string => {
  const { language, script } = new Intl.Locale(tag).maximize();
  return `${language}-${script}`;
};

/** The shipped language nearest to a tag: itself, or one of the same language and script (`zh-Hant-HK` -> `zh-TW`). Undefined: none. */
export function matchLocale(tag: string): string | undefined {
  // Asked at each render; the first use of ICU's likely subtags costs milliseconds before the first paint.
  if (locales.includes(tag)) return tag;
  try {
    const wanted = likely(tag);
    return locales.find((locale) => likely(locale) === wanted);
  } catch {
    return undefined;
  }
}

/** English of every later step, in a chunk of its own: what the first form needs of it is `enFirst`. */
export const loadLaterEnglish = (): Promise<Partial<Messages>> => import("./en-later.ts").then(({ enLater }) => enLater);

/** What a language says on the first form, in a chunk of its own. English is there already and answers undefined. */
export async function loadFirst(tag: string): Promise<FirstMessages | undefined> {
  return (await loaders[matchLocale(tag) ?? ""]?.())?.first;
}

/** What a language says on the later steps, in another chunk. */
export async function loadLater(tag: string): Promise<LaterMessages | undefined> {
  const locale = matchLocale(tag) ?? "";
  if (!loaders[locale]) return undefined;
  const { laterLoaders } = await import("./later.ts");
  return (await laterLoaders[locale]?.())?.later;
}

/** Loads the whole of a language. English is there already and answers undefined. */
export async function loadMessages(tag: string): Promise<Messages | undefined> {
  const [first, later] = await Promise.all([loadFirst(tag), loadLater(tag)]);
  return first && later && { ...first, ...later };
}

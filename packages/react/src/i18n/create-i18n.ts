import { enFirst, type MessageKey, type Messages } from "@guard/locales";
import { createInstance, type i18n } from "i18next";

/** The host's own words for any key. Plural keys carry their suffix. */
export type MessageOverrides = Partial<Messages>;

/** Sentences by key, of a login or of more than it. */
export type AnyMessages = Readonly<Record<string, string | undefined>>;

const NAMESPACE = "guard";
/** The host's own words: looked at before ours, in every language. */
const HOST = "host";

/** Under every language of every Guard. i18next reads the object itself, so what is poured into it later is there for all of them. */
export const english: Record<string, string> = { ...enFirst };

/** The sentences of the later steps have arrived with their views. */
export const learnEnglish = (later: AnyMessages): void => void Object.assign(english, later);

/** An i18next of our own: the host's global one is never touched (G5). English is there at once and under every other language. */
export function createI18n(locale: string, messages: AnyMessages = {}): i18n {
  const instance = createInstance();
  const host = { [HOST]: { ...messages } };
  void instance.init({
    lng: locale,
    fallbackLng: "en",
    ns: [HOST, NAMESPACE],
    defaultNS: HOST,
    fallbackNS: NAMESPACE,
    // Keys hold dots; they are names, not paths.
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    interpolation: { escapeValue: false },
    resources: { en: { [NAMESPACE]: english, ...(locale === "en" ? host : {}) }, ...(locale === "en" ? {} : { [locale]: host }) },
  });
  return instance;
}

/** Puts a loaded language under the host's overrides. */
export function addMessages(instance: i18n, locale: string, messages: AnyMessages): void {
  instance.addResourceBundle(locale, NAMESPACE, { ...messages }, true, true);
}

/** Says a sentence by its key. */
export type Say = (key: MessageKey, values?: Readonly<Record<string, string | number>>) => string;

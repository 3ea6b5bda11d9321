import { en, type MessageKey, type Messages } from "@guard/locales";
import { createInstance, type i18n } from "i18next";

/** The host's own words for any key. Plural keys carry their suffix. */
export type MessageOverrides = Partial<Messages>;

/** Sentences by key, of a login or of more than it. */
export type AnyMessages = Readonly<Record<string, string | undefined>>;

const NAMESPACE = "guard";

/** An i18next of our own: the host's global one is never touched (G5). English is there at once and under every other language. */
export function createI18n(locale: string, messages: AnyMessages = {}, english: AnyMessages = en): i18n {
  const instance = createInstance();
  void instance.init({
    lng: locale,
    fallbackLng: "en",
    ns: NAMESPACE,
    defaultNS: NAMESPACE,
    // Keys hold dots; they are names, not paths.
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    interpolation: { escapeValue: false },
    resources: { en: { [NAMESPACE]: { ...english } }, [locale]: { [NAMESPACE]: { ...(locale === "en" ? english : {}), ...messages } } },
  });
  return instance;
}

/** Puts a loaded language under the host's overrides. */
export function addMessages(instance: i18n, locale: string, messages: AnyMessages, overrides: AnyMessages = {}): void {
  instance.addResourceBundle(locale, NAMESPACE, { ...messages, ...overrides }, true, true);
}

/** Says a sentence by its key. */
export type Say = (key: MessageKey, values?: Readonly<Record<string, string | number>>) => string;

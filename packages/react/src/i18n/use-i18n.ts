import { en, loadMessages } from "@guard/locales";
import type { i18n } from "i18next";
import { useEffect, useState } from "react";
import { addMessages, createI18n, type AnyMessages } from "./create-i18n.ts";

/** What can be said: English, and how another language is fetched. */
export interface Words {
  readonly english: AnyMessages;
  readonly load: (tag: string) => Promise<AnyMessages | undefined>;
}

const loginWords: Words = { english: en, load: loadMessages };

const isComplete = (messages: AnyMessages | undefined, { english }: Words): boolean =>
  messages !== undefined && Object.keys(english).every((key) => key in messages || key.endsWith("_one"));

/** The i18next of one Guard. A language that was not handed in complete arrives in its own chunk; until then English shows, and so it stays when the chunk can't be had. */
export function useI18n(locale: string, messages: AnyMessages | undefined, onFault: (fault: unknown) => void, words: Words = loginWords): i18n {
  const [held, setHeld] = useState(() => ({ locale, messages, instance: createI18n(locale, messages, words.english) }));
  let current = held;
  if (held.locale !== locale || held.messages !== messages) {
    current = { locale, messages, instance: createI18n(locale, messages, words.english) };
    setHeld(current);
  }
  const { instance } = current;
  useEffect(() => {
    if (isComplete(messages, words)) return;
    let wanted = true;
    const take = (loaded: AnyMessages | undefined): void => {
      if (!wanted || !loaded) return;
      addMessages(instance, locale, loaded, messages);
      void instance.changeLanguage(locale);
    };
    words.load(locale).then(take, onFault);
    return () => {
      wanted = false;
    };
  }, [instance, locale, messages, onFault, words]);
  return instance;
}

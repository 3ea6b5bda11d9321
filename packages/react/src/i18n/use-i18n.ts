import { enFirst, loadMessages } from "@guard/locales";
import type { i18n } from "i18next";
import { useEffect, useState } from "react";
import { addMessages, createI18n, type AnyMessages } from "./create-i18n.ts";

/** What can be said: how another language is fetched, and when it need not be. */
export interface Words {
  readonly load: (tag: string) => Promise<AnyMessages | undefined>;
  /** These were handed in as a whole language. */
  readonly isWhole: (messages: AnyMessages) => boolean;
}

/** Whoever has a word for everything on the first form and for the step after it was handed in whole; the later English is not here to compare with. */
export const loginWords: Words = {
  load: loadMessages,
  isWhole: (messages) => "verify.title" in messages && Object.keys(enFirst).every((key) => key in messages || key.endsWith("_one")),
};

/** The i18next of one Guard. A language that was not handed in complete arrives in its own chunk; until then English shows, and so it stays when the chunk can't be had. */
export function useI18n(locale: string, messages: AnyMessages | undefined, onFault: (fault: unknown) => void, words: Words = loginWords): i18n {
  const [held, setHeld] = useState(() => ({ locale, messages, instance: createI18n(locale, messages) }));
  let current = held;
  if (held.locale !== locale || held.messages !== messages) {
    current = { locale, messages, instance: createI18n(locale, messages) };
    setHeld(current);
  }
  const { instance } = current;
  useEffect(() => {
    if (messages && words.isWhole(messages)) return;
    let wanted = true;
    const take = (loaded: AnyMessages | undefined): void => {
      if (!wanted || !loaded) return;
      addMessages(instance, locale, loaded);
      void instance.changeLanguage(locale);
    };
    words.load(locale).then(take, onFault);
    return () => {
      wanted = false;
    };
  }, [instance, locale, messages, onFault, words]);
  return instance;
}

import { enFirst, loadFirst, loadLater } from "@guard/locales";
import type { i18n } from "i18next";
import { useEffect, useState } from "react";
import { addMessages, createI18n, type AnyMessages } from "./create-i18n.ts";
import { spokenLocale } from "./spoken-locale.ts";

/** What can be said: how another language is fetched, and when it need not be. */
export interface Words {
  /** Hands over what a language says, as its chunks arrive. */
  readonly load: (tag: string, take: (messages: AnyMessages | undefined) => void) => Promise<unknown>;
  /** These were handed in as a whole language. */
  readonly isWhole: (messages: AnyMessages) => boolean;
}

/** Whoever has a word for everything on the first form and for the step after it was handed in whole; the later English is not here to compare with. */
export const loginWords: Words = {
  load: (tag, take) => Promise.all([loadFirst(tag).then(take), loadLater(tag).then(take)]),
  isWhole: (messages) => "verify.title" in messages && Object.keys(enFirst).every((key) => key in messages || key.endsWith("_one")),
};

interface Spoken {
  readonly instance: i18n;
  /** The language that is spoken; English where the host's is not to be had. */
  readonly locale: string;
}

const speak = (asked: string, messages: AnyMessages | undefined, words: Words) => {
  const whole = messages !== undefined && words.isWhole(messages);
  const locale = spokenLocale(asked, whole);
  return { asked, messages, whole, locale, instance: createI18n(locale, messages) };
};

/** The i18next of one Guard. A language that was not handed in complete arrives in its own chunks; until then English shows, and so it stays when a chunk can't be had. */
export function useI18n(asked: string, messages: AnyMessages | undefined, onFault: (fault: unknown) => void, words: Words = loginWords): Spoken {
  const [held, setHeld] = useState(() => speak(asked, messages, words));
  let current = held;
  if (held.asked !== asked || held.messages !== messages) {
    current = speak(asked, messages, words);
    setHeld(current);
  }
  useEffect(() => {
    const { locale, whole, instance } = current;
    if (messages || locale !== asked) import("./judge-words.ts").then(({ judgeWords }) => judgeWords(asked, locale, messages, onFault)).catch(onFault);
    if (whole) return;
    let wanted = true;
    const take = (loaded: AnyMessages | undefined): void => {
      if (!wanted || !loaded) return;
      addMessages(instance, locale, loaded);
      void instance.changeLanguage(locale);
    };
    words.load(locale, take).catch(onFault);
    return () => {
      wanted = false;
    };
  }, [current, asked, messages, onFault, words]);
  return current;
}

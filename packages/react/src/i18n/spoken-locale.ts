import { matchLocale } from "@guard/locales";

/** The language that is spoken, as a tag that `Intl` takes: the host's where its words ship or were handed in whole, English otherwise. So words, numbers, `lang` and direction never disagree. */
export function spokenLocale(tag: string, whole: boolean): string {
  try {
    const nearest = matchLocale(tag);
    if (nearest === tag) return tag;
    return whole || nearest !== undefined ? String(new Intl.Locale(tag)) : "en";
  } catch {
    return "en";
  }
}

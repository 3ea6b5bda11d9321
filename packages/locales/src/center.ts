// Entry: @guard/locales/center. What only the personal centre says, so that no login loads it.
import type { CenterMessages } from "./center/messages.ts";
import { matchLocale } from "./index.ts";

export { centerEn } from "./center/en.ts";
export type { CenterMessageKey, CenterMessages } from "./center/messages.ts";

const loaders: Readonly<Record<string, () => Promise<CenterMessages>>> = {
  "zh-CN": () => import("./center/zh-CN.ts").then(({ centerZhCN }) => centerZhCN),
  "zh-TW": () => import("./center/zh-TW.ts").then(({ centerZhTW }) => centerZhTW),
  ja: () => import("./center/ja.ts").then(({ centerJa }) => centerJa),
  ko: () => import("./center/ko.ts").then(({ centerKo }) => centerKo),
  de: () => import("./center/de.ts").then(({ centerDe }) => centerDe),
  fr: () => import("./center/fr.ts").then(({ centerFr }) => centerFr),
  es: () => import("./center/es.ts").then(({ centerEs }) => centerEs),
  "pt-BR": () => import("./center/pt-BR.ts").then(({ centerPtBR }) => centerPtBR),
  ar: () => import("./center/ar.ts").then(({ centerAr }) => centerAr),
};

/** Loads a language of the personal centre in a chunk of its own. English is there already and answers undefined. */
export async function loadCenterMessages(tag: string): Promise<CenterMessages | undefined> {
  const locale = matchLocale(tag);
  return locale === undefined ? undefined : loaders[locale]?.();
}

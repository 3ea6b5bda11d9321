// Entry: @guard/locales/center. What only the personal centre says, so that no login loads it.
import type { CenterMessages } from "./center/messages.ts";
import { matchLocale } from "./index.ts";

export { centerEn } from "./center/en.ts";
export type { CenterMessageKey, CenterMessages } from "./center/messages.ts";

const loaders: Readonly<Record<string, () => Promise<CenterMessages>>> = {
  "zh-CN": () => import("./center/zh-CN.ts").then(({ centerZhCN }) => centerZhCN),
};

/** Loads a language of the personal centre in a chunk of its own. English is there already and answers undefined. */
export async function loadCenterMessages(tag: string): Promise<CenterMessages | undefined> {
  const locale = matchLocale(tag);
  return locale === undefined ? undefined : loaders[locale]?.();
}

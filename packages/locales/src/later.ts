// A chunk of its own, so that the first form carries the way to each language once and not twice.
import type { LaterMessages } from "./messages.ts";

/** What each shipped language says on the later steps; English has its own way, beside the views (`loadLaterEnglish`). */
export const laterLoaders: Readonly<Record<string, () => Promise<{ readonly later: LaterMessages }>>> = {
  "zh-CN": () => import("./zh-CN-later.ts"),
  "zh-TW": () => import("./zh-TW-later.ts"),
  ja: () => import("./ja-later.ts"),
  ko: () => import("./ko-later.ts"),
  de: () => import("./de-later.ts"),
  fr: () => import("./fr-later.ts"),
  es: () => import("./es-later.ts"),
  "pt-BR": () => import("./pt-BR-later.ts"),
  ar: () => import("./ar-later.ts"),
};

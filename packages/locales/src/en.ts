import { enFirst } from "./en-first.ts";
import { enLater } from "./en-later.ts";

/** English, the fallback of every other language. */
export const en = { ...enFirst, ...enLater } as const;

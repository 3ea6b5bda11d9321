import type { Messages } from "./messages.ts";
import { first } from "./zh-TW-first.ts";
import { later } from "./zh-TW-later.ts";

/** Traditional Chinese, whole. */
export const zhTW: Messages = { ...first, ...later };

import type { Messages } from "./messages.ts";
import { first } from "./zh-CN-first.ts";
import { later } from "./zh-CN-later.ts";

/** Simplified Chinese, whole. */
export const zhCN: Messages = { ...first, ...later };

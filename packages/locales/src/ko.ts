import type { Messages } from "./messages.ts";
import { first } from "./ko-first.ts";
import { later } from "./ko-later.ts";

/** Korean, whole. */
export const ko: Messages = { ...first, ...later };

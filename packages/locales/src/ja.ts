import type { Messages } from "./messages.ts";
import { first } from "./ja-first.ts";
import { later } from "./ja-later.ts";

/** Japanese, whole. */
export const ja: Messages = { ...first, ...later };

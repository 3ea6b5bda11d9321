import type { Messages } from "./messages.ts";
import { first } from "./ar-first.ts";
import { later } from "./ar-later.ts";

/** Arabic, whole. */
export const ar: Messages = { ...first, ...later };

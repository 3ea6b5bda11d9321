import type { Messages } from "./messages.ts";
import { first } from "./de-first.ts";
import { later } from "./de-later.ts";

/** German, whole. */
export const de: Messages = { ...first, ...later };

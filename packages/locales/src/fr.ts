import type { Messages } from "./messages.ts";
import { first } from "./fr-first.ts";
import { later } from "./fr-later.ts";

/** French, whole. */
export const fr: Messages = { ...first, ...later };

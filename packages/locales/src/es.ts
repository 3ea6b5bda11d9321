import type { Messages } from "./messages.ts";
import { first } from "./es-first.ts";
import { later } from "./es-later.ts";

/** Spanish, whole. */
export const es: Messages = { ...first, ...later };

import type { Messages } from "./messages.ts";
import { first } from "./pt-BR-first.ts";
import { later } from "./pt-BR-later.ts";

/** Brazilian Portuguese, whole. */
export const ptBR: Messages = { ...first, ...later };

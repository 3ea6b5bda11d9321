import type { State } from "../flow/index.ts";
import { fixtures } from "../testing/fixtures.ts";
import { T0 } from "../testing/parts.ts";
import { variants } from "../testing/variants.ts";

/** Where a login can be led by hand: each state by its name, and the same states in other situations. */
export const situations = { ...fixtures, ...variants };

export type Situation = keyof typeof situations;

/** A situation as if its instant were now, so that its deadlines are as far ahead as in the stories. */
export const situationAt = (situation: Situation, now: number): State => ({ ...situations[situation], offset: T0 - now });

import type { CenterEffect } from "./effect.ts";
import type { CenterState } from "./state.ts";

/** What a transition answers: the next state, and at most one effect (law 3). */
export interface CenterTurn {
  readonly state: CenterState;
  readonly effects: readonly [] | readonly [CenterEffect];
}

export const turn = (state: CenterState, effect?: CenterEffect): CenterTurn => ({ state, effects: effect ? [effect] : [] });

import type { Effect } from "./effect.ts";
import type { State } from "./state.ts";

/** What a transition answers: the next state, and at most one effect (law 3). */
export interface Turn {
  readonly state: State;
  readonly effects: readonly [] | readonly [Effect];
}

export const turn = (state: State, effect?: Effect): Turn => ({ state, effects: effect ? [effect] : [] });

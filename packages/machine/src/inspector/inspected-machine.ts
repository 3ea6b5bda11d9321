import type { Answer, Effect, GuardEvent, State, Turn } from "../flow/index.ts";
import type { Machine } from "../runtime/loop.ts";
import { situationAt, type Situation } from "./situations.ts";

/** What a developer does, beside what a person does. */
export interface Jump {
  readonly type: "INSPECTOR.JUMP";
  readonly situation: Situation;
}

/** One turn, as it is told to an inspection. */
export interface Turned {
  readonly now: number;
  readonly event: GuardEvent | Jump;
  readonly from: State;
  readonly to: State;
  /** `to` was jumped to, or came of such a state: no server has heard of its challenge or session. */
  readonly pretended: boolean;
}

/** The login's machine with somebody looking over its shoulder. A jump is a turn like any other: the loop stays the only writer. */
export function inspectedMachine(machine: Machine<State, GuardEvent, Effect, Answer>, tell: (turned: Turned) => void): Machine<State, GuardEvent | Jump, Effect, Answer> {
  let pretended = false;
  return {
    ...machine,
    transition(state, { now, id, ...event }) {
      const jumps = event.type === "INSPECTOR.JUMP";
      const turn: Turn = jumps ? { state: situationAt(event.situation, now), effects: [] } : machine.transition(state, { ...event, now, id });
      pretended = jumps || (pretended && turn.state.at !== "password");
      tell({ now, event, from: state, to: turn.state, pretended });
      return turn;
    },
    // No reload should resume what never was.
    turned: (state) => (pretended ? undefined : machine.turned?.(state)),
  };
}

import type { CenterState, CenterUserEvent } from "../center/index.ts";
import type { State, UserEvent } from "../flow/index.ts";
import type { Clock } from "../runtime/clock.ts";
import type { Loop } from "../runtime/loop.ts";
import { T0 } from "./parts.ts";

/** A clock that stands still until it is moved; what was to be called back by then is called. */
export interface ManualClock extends Clock {
  advance(ms: number): void;
  readonly pending: number;
}

export function manualClock(start: number = T0): ManualClock {
  let now = start;
  const waiting = new Map<symbol, { at: number; callback: () => void }>();
  return {
    now: () => now,
    after(ms, callback) {
      const name = Symbol("timer");
      waiting.set(name, { at: now + ms, callback });
      return () => void waiting.delete(name);
    },
    advance(ms) {
      now += ms;
      for (const [name, { at, callback }] of [...waiting].toSorted(([, a], [, b]) => a.at - b.at)) {
        if (at <= now && waiting.delete(name)) callback();
      }
    },
    get pending() {
      return waiting.size;
    },
  };
}

/** A machine that stays in one state and remembers what it was sent: for stories and view tests. */
export interface StillMachine<State, UserEvent> extends Loop<State, UserEvent> {
  readonly sent: readonly UserEvent[];
  /** Shows another state. */
  show(state: State): void;
}

export type StillGuard = StillMachine<State, UserEvent>;
export type StillCenter = StillMachine<CenterState, CenterUserEvent>;

function stillMachine<State, UserEvent>(state: State, clock: Clock): StillMachine<State, UserEvent> {
  const sent: UserEvent[] = [];
  const listeners = new Set<() => void>();
  let shown = state;
  return {
    clock,
    sent,
    getState: () => shown,
    send: (event) => void sent.push(event),
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    show(next) {
      shown = next;
      for (const listener of listeners) listener();
    },
  };
}

export const stillGuard = (state: State, clock: Clock = manualClock()): StillGuard => stillMachine(state, clock);
export const stillCenter = (state: CenterState, clock: Clock = manualClock()): StillCenter => stillMachine(state, clock);

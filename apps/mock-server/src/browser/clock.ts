import type { Clock } from "../ports.ts";

/** A clock that can be moved forward by hand, so that 60 s, 10 min and 1 h can be shown and tested without waiting. */
export interface AdvanceableClock extends Clock {
  /** Moves the clock forward, in milliseconds. */
  advance(ms: number): void;
}

/** The machine's clock, plus what it was moved by. In a page and in Node; nothing moves it in production. */
export function createSystemClock(): AdvanceableClock {
  let offset = 0;
  return {
    now: () => Date.now() + offset,
    advance(ms) {
      offset += ms;
    },
  };
}

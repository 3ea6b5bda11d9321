import type { Clock } from "../ports.ts";

/** A clock that can be moved forward by hand, so that 60 s, 10 min and 1 h can be shown and tested without waiting. */
export interface AdvanceableClock extends Clock {
  /** Moves the clock forward, in milliseconds. */
  advance(ms: number): void;
}

/** The machine's two clocks, in milliseconds: one that people and NTP set, and one that only ever runs. */
export interface TimeSources {
  wall(): number;
  steady(): number;
}

/** How far the wall clock may step back before it is not believed any more (S-58). */
const TOLERANCE_MS = 5_000;

const machine: TimeSources = { wall: () => Date.now(), steady: () => performance.now() };

/**
 * The machine's time, plus what it was moved by. In a page and in Node; nothing moves it in production.
 *
 * A wall clock that is set back takes time with it by 5 s in all and no more: from there on the steady clock counts, so
 * that no lock grows longer, and no code, wait or challenge that was over comes back (S-58). Forward it is followed,
 * which a machine that slept needs.
 */
export function createSystemClock({ wall, steady }: TimeSources = machine): AdvanceableClock {
  let offset = 0;
  let latest = -Infinity;
  return {
    now() {
      const running = steady();
      const ahead = wall() - running;
      latest = Math.max(latest, ahead);
      return Math.floor(running + Math.max(ahead, latest - TOLERANCE_MS)) + offset;
    },
    advance(ms) {
      offset += ms;
    },
  };
}

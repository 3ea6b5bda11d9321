import { pageClock, type Clock } from "../runtime/clock.ts";

/** The page's clock, which can be moved on: what was to be called back by then is called. */
export interface MovableClock extends Clock {
  advance(ms: number): void;
}

interface Waiting {
  readonly at: number;
  readonly callback: () => void;
  cancel: () => void;
}

export function movableClock(clock: Clock = pageClock): MovableClock {
  const waiting = new Set<Waiting>();
  let ahead = 0;
  const now = (): number => clock.now() + ahead;
  const arm = (one: Waiting): void => {
    one.cancel = clock.after(Math.max(0, one.at - now()), () => {
      waiting.delete(one);
      one.callback();
    });
  };
  return {
    now,
    after(ms, callback) {
      const one: Waiting = { at: now() + ms, callback, cancel: () => undefined };
      waiting.add(one);
      arm(one);
      return () => {
        waiting.delete(one);
        one.cancel();
      };
    },
    advance(ms) {
      ahead += ms;
      for (const one of waiting) {
        one.cancel();
        arm(one);
      }
    },
  };
}

import { secondsUntil, type Clock } from "@guard/machine";

interface Watched {
  readonly deadline: number;
  readonly listener: () => void;
}

/** One timer for all countdowns of a clock. It wakes when the next of them changes its second, and not at all when none is ahead (law 5). */
export interface Ticker {
  /** `deadline` by the client's clock, ms. */
  watch(deadline: number, listener: () => void): () => void;
}

// A page that slept gets no timers; these tell it to look at the clock again (D10).
const wakeUps = ["visibilitychange", "pageshow", "focus"] as const;

function createTicker(clock: Clock): Ticker {
  const watched = new Set<Watched>();
  let cancel: (() => void) | undefined;

  const untilChange = ({ deadline }: Watched): number | undefined => {
    const left = deadline - clock.now();
    return left <= 0 ? undefined : left % 1000 || 1000;
  };
  const plan = (): void => {
    cancel?.();
    const waits = [...watched].flatMap((each) => untilChange(each) ?? []);
    cancel = waits.length > 0 ? clock.after(Math.min(...waits), tick) : undefined;
  };
  const tick = (): void => {
    for (const { listener } of watched) listener();
    plan();
  };
  const listen = (how: "addEventListener" | "removeEventListener"): void => {
    for (const name of wakeUps) globalThis[how]?.(name, tick, true);
  };

  return {
    watch(deadline, listener) {
      const entry = { deadline, listener };
      if (watched.size === 0) listen("addEventListener");
      watched.add(entry);
      plan();
      return () => {
        watched.delete(entry);
        if (watched.size === 0) listen("removeEventListener");
        plan();
      };
    },
  };
}

const tickers = new WeakMap<Clock, Ticker>();

export function tickerOf(clock: Clock): Ticker {
  const ticker = tickers.get(clock) ?? createTicker(clock);
  tickers.set(clock, ticker);
  return ticker;
}

/** Whole seconds until a deadline by the server's clock; the snapshot of a countdown. */
export const secondsLeft = (clock: Clock, offset: number, deadline: number): number => secondsUntil(deadline, clock.now() + offset);

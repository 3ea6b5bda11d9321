import { Busy } from "../ports.ts";

export interface QueueBounds {
  /** How many works run at the same time. */
  readonly parallel: number;
  /** How many may wait for a place. One more is refused with `Busy`. */
  readonly waiting: number;
}

/** Runs a work when there is a place for it. Rejects with `Busy` when too many wait already. */
export type Queue = <T>(work: () => Promise<T>) => Promise<T>;

/** A first-in-first-out queue with a bound, so that a flood costs memory and time that were decided beforehand (S-39). */
export function createQueue({ parallel, waiting }: QueueBounds): Queue {
  const line: (() => void)[] = [];
  let running = 0;

  const enter = (): Promise<void> | undefined => {
    if (running < parallel) {
      running += 1;
      return undefined;
    }
    if (line.length >= waiting) throw new Busy("The queue is full.");
    return new Promise((resolve) => line.push(resolve));
  };
  const leave = () => {
    const next = line.shift();
    // The place is handed over, not given back: nobody can slip in between.
    if (next) next();
    else running -= 1;
  };

  return async (work) => {
    await enter();
    try {
      return await work();
    } finally {
      leave();
    }
  };
}

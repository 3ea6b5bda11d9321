import { Busy } from "../ports.ts";

export interface QueueBounds {
  /** How many works run at the same time. */
  readonly parallel: number;
  /** How many may wait for a place. One more is refused with `Busy`. */
  readonly waiting: number;
}

export interface Queue {
  /** Runs a work when there is a place for it. Rejects with `Busy` when too many wait already. */
  <T>(work: () => Promise<T>): Promise<T>;
  /** Whether the next work would be refused. */
  isFull(): boolean;
}

/** A first-in-first-out queue with a bound, so that a flood costs memory and time that were decided beforehand (S-39). */
export function createQueue({ parallel, waiting }: QueueBounds): Queue {
  const line: (() => void)[] = [];
  let running = 0;

  const isFull = (): boolean => running >= parallel && line.length >= waiting;
  const enter = (): Promise<void> | undefined => {
    if (running < parallel) {
      running += 1;
      return undefined;
    }
    if (isFull()) throw new Busy("The queue is full.");
    return new Promise((resolve) => line.push(resolve));
  };
  const leave = () => {
    const next = line.shift();
    // The place is handed over, not given back: nobody can slip in between.
    if (next) next();
    else running -= 1;
  };

  const run = async <T>(work: () => Promise<T>): Promise<T> => {
    await enter();
    try {
      return await work();
    } finally {
      leave();
    }
  };
  return Object.assign(run, { isFull });
}

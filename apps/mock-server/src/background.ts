/** Work that goes on behind an answer which was given already. */
export interface Background {
  start(work: () => Promise<void>): void;
  /** Resolves when nothing goes on any more. */
  idle(): Promise<void>;
}

/** `answered` resolves when the answer is out of the way; work that begins before would show in the answer's time (S-35). */
export function createBackground(onFault: (fault: unknown) => void, answered: () => Promise<void> = () => Promise.resolve()): Background {
  const running = new Set<Promise<void>>();
  return {
    start(work) {
      const done = answered()
        .then(work)
        .catch(onFault)
        .finally(() => running.delete(done));
      running.add(done);
    },
    async idle() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}

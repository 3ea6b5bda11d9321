/** Work that goes on behind an answer which was given already. */
export interface Background {
  start(work: () => Promise<void>): void;
  /** Resolves when nothing goes on any more. */
  idle(): Promise<void>;
}

export function createBackground(onFault: (fault: unknown) => void): Background {
  const running = new Set<Promise<void>>();
  return {
    start(work) {
      const done = work().catch(onFault).finally(() => running.delete(done));
      running.add(done);
    },
    async idle() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}

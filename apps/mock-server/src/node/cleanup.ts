/** What has to be let go of at the end, newest first. */
export interface Cleanup {
  add(work: () => Promise<void> | void): void;
  run(): Promise<void>;
}

export function createCleanup(): Cleanup {
  const works: (() => Promise<void> | void)[] = [];
  return {
    add: (work) => void works.push(work),
    async run() {
      for (let work = works.pop(); work; work = works.pop()) await work();
    },
  };
}

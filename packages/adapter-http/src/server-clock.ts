/** The server's clock as this adapter knows it, for the one case where an answer names a wait but no time (Retry-After). */
export interface ServerClock {
  /** Takes the `now` of an answer. */
  learn(now: number): void;
  /** Epoch milliseconds by the server; by this machine until a first answer taught better. */
  now(): number;
}

export function createServerClock(local: () => number = Date.now): ServerClock {
  let offset = 0;
  return {
    learn(now) {
      offset = now - local();
    },
    now: () => local() + offset,
  };
}

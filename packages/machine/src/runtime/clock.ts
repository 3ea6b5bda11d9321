/** Time as the runtime gets it injected. */
export interface Clock {
  /** Epoch ms by the client's clock; only ever compared through the server's offset. */
  now(): number;
  /** Calls back after `ms`; answers a function that cancels. */
  after(ms: number, callback: () => void): () => void;
}

/** The page's clock. It stands on `performance.now`, so that a wall clock that is set during a countdown changes nothing. */
export const pageClock: Clock = {
  now: () => Math.round(performance.timeOrigin + performance.now()),
  after(ms, callback) {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};

/** A fresh task id. Not `crypto.randomUUID`, which is missing on plain-http pages. */
export function newTaskId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

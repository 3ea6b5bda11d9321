import { Busy, type Handover } from "../ports.ts";
import { createQueue } from "./queue.ts";

/** What is certain about one message. */
export interface Delivery {
  readonly outcome: Handover;
  /** For the log: a reply's or a system's code, never an address or a text. */
  readonly reason: string;
}

/** Told why a message was not handed over. Gets no recipient and no content. */
export type OnFailure = (outcome: Exclude<Handover, "handed-over">, reason: string) => void;

export interface HandoverOptions {
  /** How long a hand-over may take, the wait in the queue included, in milliseconds. Default 5,000 (R6a). */
  readonly deadlineMs?: number;
  readonly onFailure?: OnFailure;
}

/**
 * Hands messages to a provider through a bounded queue of its own: 8 at a time, 64 waiting. A provider that takes its
 * time makes its own messages wait and nobody else.
 *
 * `deliver` gets the end of its time on `performance.now()`'s scale and never rejects.
 */
export function createHandover<T>(deliver: (message: T, endsAt: number) => Promise<Delivery>, { deadlineMs = 5_000, onFailure }: HandoverOptions) {
  const queue = createQueue({ parallel: 8, waiting: 64 });
  return async (message: T): Promise<Handover> => {
    const endsAt = performance.now() + deadlineMs;
    try {
      const { outcome, reason } = await queue(() => deliver(message, endsAt));
      if (outcome !== "handed-over") onFailure?.(outcome, reason);
      return outcome;
    } catch (error) {
      // Only the queue rejects, and then nothing was handed to anybody.
      onFailure?.("refused", error instanceof Busy ? "queue full" : String(error));
      return "refused";
    }
  };
}

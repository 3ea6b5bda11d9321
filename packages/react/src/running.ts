import type { Clock } from "@guard/machine";
import { createContext, use } from "react";

/** What counts time for a view: a login, or the personal centre. */
export interface Running {
  readonly clock: Clock;
  getState(): { readonly offset: number };
  subscribe(listener: () => void): () => void;
}

export const RunningContext = createContext<Running | undefined>(undefined);

/** What runs around a view. Throws outside. */
export function useRunning(): Running {
  const running = use(RunningContext);
  if (!running) throw new Error("useSecondsUntil() found no Guard above it, so it has no clock to read. Render it inside <Guard>, <GuardProvider> or <SecurityCenter>.");
  return running;
}

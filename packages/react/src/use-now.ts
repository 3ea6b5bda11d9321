import { useCallback, useSyncExternalStore } from "react";
import { secondsLeft, tickerOf } from "./runtime/ticker.ts";
import { useRunning } from "./running.ts";

const never = (): (() => void) => () => undefined;

/** Server clock minus client clock, ms. */
export function useOffset(): number {
  const { getState, subscribe } = useRunning();
  const read = (): number => getState().offset;
  return useSyncExternalStore(subscribe, read, read);
}

/** Whole seconds until a deadline (epoch ms by the server's clock), 0 when it has passed or there is none. Right after sleep, reload and with a wrong client clock. */
export function useSecondsUntil(deadline: number | undefined): number {
  const { clock } = useRunning();
  const offset = useOffset();
  const watch = useCallback(
    (listener: () => void) => (deadline === undefined ? never() : tickerOf(clock).watch(deadline - offset, listener)),
    [clock, deadline, offset],
  );
  const read = (): number => (deadline === undefined ? 0 : secondsLeft(clock, offset, deadline));
  return useSyncExternalStore(watch, read, read);
}

import { useCallback, useLayoutEffect, useRef } from "react";

/** The newest render's value, by a function that never changes: what runs later reads what the host last handed in. */
export function useNewest<T>(value: T): () => T {
  const newest = useRef(value);
  useLayoutEffect(() => {
    newest.current = value;
  });
  return useCallback(() => newest.current, []);
}

/** A callback of the host with an identity that never changes: effects don't run again because a host wrote an arrow function. */
export function useLatest<Args extends readonly unknown[]>(callback: ((...args: Args) => void) | undefined): (...args: Args) => void {
  const newest = useNewest(callback);
  return useCallback((...args: Args) => newest()?.(...args), [newest]);
}

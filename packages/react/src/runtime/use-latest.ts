import { useCallback, useLayoutEffect, useRef } from "react";

/** A callback of the host with an identity that never changes: effects don't run again because a host wrote an arrow function. */
export function useLatest<Args extends readonly unknown[]>(callback: ((...args: Args) => void) | undefined): (...args: Args) => void {
  const latest = useRef(callback);
  useLayoutEffect(() => {
    latest.current = callback;
  });
  return useCallback((...args: Args) => latest.current?.(...args), []);
}

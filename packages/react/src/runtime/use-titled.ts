import { useCallback, useRef } from "react";
import { tellHost } from "./tell-host.ts";
import { useLatest } from "./use-latest.ts";

/** Tells the host each new step once, StrictMode's second effect included. */
export function useTitled<Step extends string>(step: Step, onStepChange: ((change: { readonly step: Step; readonly title: string }) => void) | undefined, onFault: (fault: unknown) => void): (title: string) => void {
  const tell = useLatest(onStepChange);
  const told = useRef<string>(undefined);
  return useCallback(
    (title) => {
      const news = `${step}: ${title}`;
      if (told.current === news) return;
      told.current = news;
      tellHost(onFault, () => tell({ step, title }));
    },
    [step, tell, onFault],
  );
}

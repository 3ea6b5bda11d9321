import type { Step } from "@guard/machine";
import { useCallback, useRef } from "react";
import type { GuardProps } from "../guard-props.ts";
import { useLatest } from "./use-latest.ts";

/** Tells the host each new step once, StrictMode's second effect included. */
export function useTitled(step: Step, onStepChange: GuardProps["onStepChange"]): (title: string) => void {
  const tell = useLatest(onStepChange);
  const told = useRef<string>(undefined);
  return useCallback(
    (title) => {
      const news = `${step}: ${title}`;
      if (told.current === news) return;
      told.current = news;
      tell({ step, title });
    },
    [step, tell],
  );
}

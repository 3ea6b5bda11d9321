import type { CenterState, CenterStep } from "@guard/machine/center";
import { useLayoutEffect, useRef, type RefObject } from "react";

interface CenterFocus {
  readonly root: RefObject<HTMLElement | null>;
  readonly titleId: string;
  readonly state: CenterState;
  readonly step: CenterStep;
  readonly autoFocus: boolean | undefined;
}

const methodOf = (state: CenterState): string | undefined => ("proof" in state ? state.proof.active : undefined);

/** Moves focus with the step: to the code after one's own "Send code", to the heading otherwise (D2, D3); another method keeps it on its tab. Never at the first paint unless asked. */
export function useCenterFocus({ root, titleId, state, step, autoFocus }: CenterFocus): void {
  const method = methodOf(state);
  const last = useRef<{ readonly step: CenterStep; readonly method: string | undefined }>(undefined);
  useLayoutEffect(() => {
    const before = last.current;
    last.current = { step, method };
    const heading = (): HTMLElement | null => document.getElementById(titleId);
    if (before?.step === step && before.method === method) return;
    if (before?.step === step) {
      (root.current?.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]') ?? heading())?.focus();
      return;
    }
    if (before === undefined && !autoFocus) return;
    const own = step === "bindConfirm" && before?.step === "bind";
    ((own ? root.current?.querySelector<HTMLElement>("form input") : null) ?? heading())?.focus();
  }, [root, titleId, step, method, autoFocus]);
}

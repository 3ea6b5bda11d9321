import { activeFactor, challengeOf, isSent, type ChallengeData, type State, type Step } from "@guard/machine";
import { useLayoutEffect, useRef, type RefObject } from "react";
import type { GuardProps } from "../guard-props.ts";

interface StepFocus {
  readonly autoFocus: GuardProps["autoFocus"];
  readonly focusOnStep: GuardProps["focusOnStep"];
  readonly root: RefObject<HTMLElement | null>;
  readonly titleId: string;
  readonly state: State;
  readonly step: Step;
  /** The view is there: a chunk may arrive after its state. */
  readonly ready: boolean;
}

/** What a person sees as one place: a code field that appears is a new place inside the same step. */
function placeOf(state: State, step: Step): string {
  if (!("challenge" in state) || step !== "verify") return step;
  const { bound, delivery } = activeFactor(state.challenge);
  return bound || isSent(delivery) ? "verify.code" : "verify.send";
}

/** The states out of which a person submitted their own way to the code (D3). */
const ownSubmit: readonly string[] = ["password.submitting", "challenge", "challenge.verifying"];

/** Moves focus at a change of place: to the code after one's own submit, to the identifier on the way back, to the heading otherwise (D2, D3, D14). Never at the first paint unless asked. */
export function useStepFocus({ root, titleId, state, step, ready, autoFocus = false, focusOnStep }: StepFocus): void {
  const place = placeOf(state, step);
  const challenge = challengeOf(state);
  const last = useRef<{ readonly place: string; readonly at: State["at"]; readonly challenge: ChallengeData | undefined }>(undefined);
  useLayoutEffect(() => {
    if (!ready) return;
    const before = last.current;
    last.current = { place, at: state.at, challenge };
    // Another method of the same challenge: focus stays on its tab; out of a list it goes where the step begins.
    if (before?.challenge && challenge?.token === before.challenge.token && challenge.active !== before.challenge.active) {
      (root.current?.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]') ?? document.getElementById(titleId))?.focus();
      return;
    }
    if (before?.place === place) return;
    if (before === undefined && !autoFocus) return;
    const own = place === "verify.code" && before !== undefined && ownSubmit.includes(before.at);
    const toField = focusOnStep === undefined ? own || place === "password" : focusOnStep === "field";
    const input = toField ? root.current?.querySelector<HTMLElement>("form input:not([type=checkbox])") : null;
    (input ?? document.getElementById(titleId))?.focus();
  }, [place, ready, state.at, challenge, autoFocus, focusOnStep, root, titleId]);
}

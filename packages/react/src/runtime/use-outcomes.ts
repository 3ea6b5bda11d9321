import type { GuardError } from "@guard/contract";
import type { Failure, Guard, State } from "@guard/machine";
import { useEffect, useRef } from "react";
import type { LoginProps } from "../guard-props.ts";

function failuresOf(state: State): readonly Failure[] {
  if ("failure" in state && state.failure) return [state.failure];
  if (!("challenge" in state)) return [];
  return state.challenge.factors.flatMap(({ failure }) => (failure ? [failure] : []));
}

/** Errors that end the step are states of their own and carry no failure. */
function endOf(state: State): GuardError | undefined {
  switch (state.at) {
    case "locked":
      return { code: "locked", lockedUntil: state.lockedUntil };
    case "closed":
      return { code: "closed" };
    case "expired":
      return { code: "challenge_expired" };
    default:
      return undefined;
  }
}

/** Tells the host what came of it: each failure once, success once, nothing after unmount. */
export function useOutcomes(guard: Guard, props: Pick<LoginProps, "onSuccess" | "onError">): void {
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  useEffect(() => {
    // The state that was there before we listened is not news, unless it is a success that nobody heard.
    let known = guard.getState();
    const told = new Set(failuresOf(known).map(({ id }) => id));
    const hear = (): void => {
      const state = guard.getState();
      if (state.at === "done" && known.at !== "done") latest.current.onSuccess?.(state.session);
      const end = known.at === state.at ? undefined : endOf(state);
      if (end) latest.current.onError?.(end);
      for (const { id, error } of failuresOf(state)) {
        if (!told.has(id)) latest.current.onError?.(error);
        told.add(id);
      }
      known = state;
    };
    return guard.subscribe(hear);
  }, [guard]);
}

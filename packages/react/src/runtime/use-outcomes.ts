import type { GuardError } from "@guard/contract";
import { stepOf, type DoneState, type Guard, type State } from "@guard/machine";
import { useEffect } from "react";
import type { LoginProps } from "../guard-props.ts";
import { safeRedirect } from "./redirect.ts";
import { newFailures, reportsOf, type Since } from "./reports.ts";
import { tellHost } from "./tell-host.ts";
import { reportFault } from "./use-guard-runtime.ts";
import { useNewest } from "./use-latest.ts";

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

type Listeners = Pick<LoginProps, "onSuccess" | "onError" | "onEvent" | "onFault" | "redirect">;

/** The host first, then the page: whoever listens may still look at the session. */
function succeed({ onSuccess, onFault = reportFault, redirect }: Listeners, { session, redirectTo }: DoneState): void {
  tellHost(onFault, () => onSuccess?.(session, redirectTo === undefined ? {} : { redirectTo }));
  const target = redirect === "auto" && redirectTo !== undefined ? safeRedirect(redirectTo) : undefined;
  if (target !== undefined) location.assign(target);
}

/** Follows one login and tells each listener what is new, once. */
function follow(guard: Guard, listeners: () => Listeners): () => void {
  // The state that was there before we listened is no news.
  let known = guard.getState();
  let since: Since = { step: guard.clock.now(), login: guard.clock.now() };
  return guard.subscribe(() => {
    const state = guard.getState();
    const [before, now] = [known, guard.clock.now()];
    known = state;
    const { onError, onEvent, onFault = reportFault } = listeners();
    for (const report of reportsOf(before, state, now, since)) tellHost(onFault, () => onEvent?.(report));
    if (stepOf(before) !== stepOf(state)) since = { ...since, step: now };
    const end = before.at === state.at ? undefined : endOf(state);
    if (end) tellHost(onFault, () => onError?.(end));
    for (const { error } of newFailures(before, state)) tellHost(onFault, () => onError?.(error));
    if (state.at === "done" && before.at !== "done") succeed(listeners(), state);
  });
}

/** Tells the host what came of it: each failure once, success once, nothing after unmount. */
export function useOutcomes(guard: Guard, props: Listeners): void {
  const newest = useNewest(props);
  useEffect(() => follow(guard, newest), [guard, newest]);
}

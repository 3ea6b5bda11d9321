import type { GuardError } from "@guard/contract";
import { centerStepOf, type Center, type CenterState } from "@guard/machine/center";
import { useEffect } from "react";
import { tellHost } from "../runtime/tell-host.ts";
import { reportFault } from "../runtime/use-guard-runtime.ts";
import { useNewest } from "../runtime/use-latest.ts";
import type { SecurityCenterProps } from "./center-props.ts";
import { centerReports, newCenterFailures } from "./reports.ts";

type Listeners = Pick<SecurityCenterProps, "onSignedOut" | "onError" | "onEvent" | "onFault">;

/** Errors that end a visit are states of their own and carry no failure. */
function endOf(state: CenterState): GuardError | undefined {
  switch (state.at) {
    case "locked":
      return { code: "locked", lockedUntil: state.lockedUntil };
    case "closed":
      return { code: "closed" };
    case "signedOut":
      return { code: "unauthorized" };
    default:
      return undefined;
  }
}

/** Follows one visit and tells each listener what is new, once. */
function follow(center: Center, listeners: () => Listeners): () => void {
  let known = center.getState();
  let since = center.clock.now();
  return center.subscribe(() => {
    const state = center.getState();
    const [before, now] = [known, center.clock.now()];
    known = state;
    const { onError, onEvent, onSignedOut, onFault = reportFault } = listeners();
    for (const report of centerReports(before, state, now, since)) tellHost(onFault, () => onEvent?.(report));
    if (centerStepOf(before) !== centerStepOf(state)) since = now;
    const end = before.at === state.at ? undefined : endOf(state);
    if (end) tellHost(onFault, () => onError?.(end));
    for (const { error } of newCenterFailures(before, state)) tellHost(onFault, () => onError?.(error));
    if (state.at === "signedOut" && before.at !== "signedOut") tellHost(onFault, () => onSignedOut?.());
  });
}

/** Tells the host what came of it: each failure once, the session's end once, nothing after unmount. */
export function useCenterOutcomes(center: Center, props: Listeners): void {
  const newest = useNewest(props);
  useEffect(() => follow(center, newest), [center, newest]);
}

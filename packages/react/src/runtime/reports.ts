import type { ChallengeFactor, ErrorCode } from "@guard/contract";
import { stepOf, type Failure, type FactorState, type State, type Step } from "@guard/machine";

/** What a host may count: steps, codes and durations (ms). Never a secret, an identifier or a target. */
export type GuardReport =
  /** Another step shows; `afterMs` is the time spent on the one before. */
  | { readonly type: "step"; readonly step: Step; readonly from: Step; readonly afterMs: number }
  /** A form went off to the server. */
  | { readonly type: "submit"; readonly step: Step }
  /** A code is on its way. */
  | { readonly type: "sent"; readonly factor: ChallengeFactor }
  /** Something a person was told. */
  | { readonly type: "error"; readonly step: Step; readonly code: ErrorCode }
  /** Signed in; `afterMs` since the first step showed. */
  | { readonly type: "success"; readonly afterMs: number };

/** When the steps began, by the client's clock, ms. */
export interface Since {
  readonly step: number;
  readonly login: number;
}

const factorsOf = (state: State): readonly FactorState[] => ("challenge" in state ? state.challenge.factors : []);

/** Every failure that a person can see in a state, each with the call it came from. */
export function failuresOf(state: State): readonly Failure[] {
  const own = "failure" in state && state.failure ? [state.failure] : [];
  return [...own, ...factorsOf(state).flatMap(({ failure }) => (failure ? [failure] : []))];
}

/** The failures of a state that were not there before: what is told to a host, once. */
export function newFailures(before: State, after: State): readonly Failure[] {
  const known = new Set(failuresOf(before).map(({ id }) => id));
  return failuresOf(after).filter(({ id }) => !known.has(id));
}

const expiryOf = (state: State, factor: ChallengeFactor): number | undefined => {
  const delivery = factorsOf(state).find((each) => each.factor === factor)?.delivery;
  return delivery?.is === "sent" ? delivery.expiresAt : undefined;
};

/** Calls that no form is behind. */
const asksByItself: readonly State["at"][] = ["resuming", "enrol.loading"];

/** What is new in a state, for the host's own counting. Pure. */
export function reportsOf(before: State, after: State, now: number, since: Since): readonly GuardReport[] {
  const [from, step] = [stepOf(before), stepOf(after)];
  const reports: GuardReport[] = [];
  if (step !== from) reports.push({ type: "step", step, from, afterMs: now - since.step });
  if ("task" in after && !("task" in before) && !asksByItself.includes(after.at)) reports.push({ type: "submit", step });
  for (const { factor } of factorsOf(after)) {
    const expiry = expiryOf(after, factor);
    if (expiry !== undefined && expiry !== expiryOf(before, factor)) reports.push({ type: "sent", factor });
  }
  for (const { error } of newFailures(before, after)) reports.push({ type: "error", step, code: error.code });
  if (after.at === "done" && before.at !== "done") reports.push({ type: "success", afterMs: now - since.login });
  return reports;
}

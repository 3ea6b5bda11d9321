import type { ErrorCode } from "@guard/contract";
import { centerFailures, centerStepOf, type CenterState, type CenterStep, type Done } from "@guard/machine/center";

/** What a host may count: steps, codes, changes and durations (ms). Never a secret, an identifier or a target. */
export type CenterReport =
  /** Another step shows; `afterMs` is the time spent on the one before. */
  | { readonly type: "step"; readonly step: CenterStep; readonly from: CenterStep; readonly afterMs: number }
  /** Something went off to the server. */
  | { readonly type: "submit"; readonly step: CenterStep }
  /** Something a person was told. */
  | { readonly type: "error"; readonly step: CenterStep; readonly code: ErrorCode }
  /** Something was changed. */
  | { readonly type: "changed"; readonly done: Done };

const doneOf = (state: CenterState): Done | undefined => ("done" in state ? state.done : undefined);

/** The failures of a state that were not there before. */
export function newCenterFailures(before: CenterState, after: CenterState): ReturnType<typeof centerFailures> {
  const known = new Set(centerFailures(before).map(({ id }) => id));
  return centerFailures(after).filter(({ id }) => !known.has(id));
}

/** What is new in a state, for the host's own counting. Pure. */
export function centerReports(before: CenterState, after: CenterState, now: number, since: number): readonly CenterReport[] {
  const [from, step] = [centerStepOf(before), centerStepOf(after)];
  const reports: CenterReport[] = [];
  if (step !== from) reports.push({ type: "step", step, from, afterMs: now - since });
  if ("task" in after && !("task" in before)) reports.push({ type: "submit", step });
  for (const { error } of newCenterFailures(before, after)) reports.push({ type: "error", step, code: error.code });
  const done = doneOf(after);
  if (done !== undefined && doneOf(before) !== done) reports.push({ type: "changed", done });
  return reports;
}

import { learnOffset } from "./cooldown.ts";
import { reenterChallenge } from "./enter.ts";
import type { RuntimeEvent, Stamped } from "./event.ts";
import type { PasswordState, ResumableChallenge, ResumeFailedState, ResumingState, State } from "./state.ts";
import { backToPassword, stop } from "./stop.ts";
import { turn, type Turn } from "./turn.ts";

function ask({ identifier }: State, record: ResumableChallenge, task: string): Turn {
  return turn({ at: "resuming", identifier, offset: record.offset, task, record }, { type: "resume", task, token: record.token });
}

/** START: this browser tab was in the middle of a login (law 8). A lock is shown without a request. */
export function start(state: PasswordState, { record, id }: Stamped<Extract<RuntimeEvent, { type: "START" }>>): Turn {
  if (record.is === "challenge") return ask(state, record, id);
  return turn({ at: "locked", identifier: state.identifier, offset: record.offset, lockedUntil: record.lockedUntil });
}

export function resuming(state: ResumingState, event: Stamped): Turn {
  if (event.type === "BACK") return backToPassword(state);
  if (event.type !== "ANSWER" || event.task !== state.task || event.answer.to !== "resume") return turn(state);
  const { result } = event.answer;
  const learned = { ...state, offset: learnOffset(state.offset, result, event.now) };
  if (result.ok) return reenterChallenge(learned, result.value, state.record.active, event);
  const { identifier, offset, record, task } = learned;
  return (
    stop(learned, result.error) ??
    turn({ at: "resuming.failed", identifier, offset, record, failure: { id: task, error: result.error, late: false } })
  );
}

export function resumeFailed(state: ResumeFailedState, event: Stamped): Turn {
  if (event.type === "BACK") return backToPassword(state);
  return event.type === "RETRY" ? ask(state, state.record, event.id) : turn(state);
}

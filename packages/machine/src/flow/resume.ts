import { learnOffset } from "./cooldown.ts";
import { reenterChallenge } from "./enter.ts";
import type { Stamped } from "./event.ts";
import { resumingFirst } from "./first-step.ts";
import type { ResumingState } from "./state.ts";
import { backToPassword, stop } from "./stop.ts";
import { turn, type Turn } from "./turn.ts";

export function resuming(state: ResumingState, event: Stamped): Turn {
  if (event.type !== "ANSWER") return resumingFirst(state, event);
  if (event.task !== state.task || event.answer.to !== "resume") return turn(state);
  const { result } = event.answer;
  const learned = { ...state, offset: learnOffset(state.offset, result, event.now) };
  if (result.ok) return reenterChallenge(learned, result.value, state.record.active, event);
  // An adapter that can't ask has nothing to try again; the password is the way on.
  if (result.error.code === "not_supported") return backToPassword(learned);
  return stop(learned, result.error) ?? resumingFirst(learned, event);
}

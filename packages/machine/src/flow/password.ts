import { learnOffset } from "./cooldown.ts";
import { complete } from "./enter.ts";
import type { Stamped } from "./event.ts";
import { submittingFirst } from "./first-step.ts";
import type { SubmittingState } from "./state.ts";
import { stopAccount } from "./stop.ts";
import { turn, type Turn } from "./turn.ts";

export function submitting(state: SubmittingState, event: Stamped): Turn {
  if (event.type !== "ANSWER") return submittingFirst(state, event);
  if (event.task !== state.task || event.answer.to !== "signIn") return turn(state);
  const { result } = event.answer;
  const learned = { ...state, offset: learnOffset(state.offset, result, event.now) };
  if (result.ok) return complete(learned, result.value, event);
  // `unauthorized` at the first step is a host's mistake (wrong app), not an expired challenge.
  return stopAccount(learned, result.error) ?? submittingFirst(learned, event);
}

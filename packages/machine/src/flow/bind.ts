import { isSentFactor, type Bound } from "@guard/contract";
import { learnOffset } from "./cooldown.ts";
import type { Stamped, StampedOf } from "./event.ts";
import { activeFactor } from "./active-factor.ts";
import { failActive, withFactor, withFailure } from "./factor.ts";
import type { BindCheckingState, BindState, ChallengeData, FactorState } from "./state.ts";
import { stop } from "./stop.ts";
import { turn, type Turn } from "./turn.ts";

export const bind = (state: BindState, event: Stamped): Turn => (event.type === "TARGET.SUBMIT" ? submitTarget(state, event) : turn(state));

function submitTarget(state: BindState, { target, id }: StampedOf<"TARGET.SUBMIT">): Turn {
  const { factor } = activeFactor(state.challenge);
  if (!isSentFactor(factor)) return turn(state);
  const challenge = withFactor(state.challenge, factor, (each) => ({ ...withFailure(each), typedTarget: target }));
  return turn({ ...state, at: "bind.checking", task: id, challenge }, { type: "bind", task: id, token: challenge.token, factor, target });
}

export function bindChecking(state: BindCheckingState, event: Stamped): Turn {
  if (event.type !== "ANSWER" || event.task !== state.task || event.answer.to !== "bind") return turn(state);
  const { result } = event.answer;
  const offset = learnOffset(state.offset, result, event.now);
  const { at: _, task, ...learned } = { ...state, offset };
  if (result.ok) return turn({ ...learned, at: "challenge", challenge: addressed(state.challenge, result.value) });
  const failure = { id: task, error: result.error, late: false };
  return stop({ ...state, offset }, result.error) ?? turn({ ...learned, at: "bind", challenge: failActive(state.challenge, failure) });
}

/** The address is taken and nothing was sent: the first code goes out by hand (R8). */
const addressed = (challenge: ChallengeData, { factor, target }: Bound): ChallengeData => withFactor(challenge, factor, (each) => ({ ...unaddressed(each), target }));

function unaddressed(factor: FactorState): FactorState {
  const { target: _, ...rest } = withFailure(factor);
  return { ...rest, delivery: { is: "unsent" } };
}

/** "Change address": the old one is given up with all that belongs to it, but for what was typed. */
export function changeTarget(challenge: ChallengeData): ChallengeData {
  return withFactor(challenge, challenge.active, unaddressed);
}

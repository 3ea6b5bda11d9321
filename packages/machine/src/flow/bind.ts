import { isSentFactor, type Bound } from "@guard/contract";
import { learnOffset } from "./cooldown.ts";
import type { Stamped, UserEvent } from "./event.ts";
import { activeFactor, withFactor, withFailure } from "./factor.ts";
import type { BindCheckingState, BindState, ChallengeData, FactorState } from "./state.ts";
import { backToPassword, stop } from "./stop.ts";
import { turn, type Turn } from "./turn.ts";

export function bind(state: BindState, event: Stamped): Turn {
  switch (event.type) {
    case "TARGET.SUBMIT":
      return submitTarget(state, event);
    case "FACTOR.CHOOSE":
      return state.challenge.factors.some(({ factor }) => factor === event.factor)
        ? turn({ ...state, challenge: { ...state.challenge, active: event.factor } })
        : turn(state);
    case "BACK":
      return backToPassword(state);
    default:
      return turn(state);
  }
}

function submitTarget(state: BindState, { target, id }: Stamped<Extract<UserEvent, { type: "TARGET.SUBMIT" }>>): Turn {
  const { factor } = activeFactor(state.challenge);
  if (!isSentFactor(factor)) return turn(state);
  const challenge = { ...withFactor(state.challenge, factor, (each) => withFailure(each)), typedTarget: target };
  return turn({ ...state, at: "bind.checking", task: id, challenge }, { type: "bind", task: id, token: challenge.token, factor, target });
}

export function bindChecking(state: BindCheckingState, event: Stamped): Turn {
  if (event.type === "BACK") return backToPassword(state);
  if (event.type !== "ANSWER" || event.task !== state.task || event.answer.to !== "bind") return turn(state);
  const { result } = event.answer;
  const offset = learnOffset(state.offset, result, event.now);
  const { at: _, task, ...learned } = { ...state, offset };
  if (result.ok) return turn({ ...learned, at: "challenge", challenge: addressed(state.challenge, result.value) });
  const stopped = stop({ ...state, offset }, result.error);
  if (stopped) return stopped;
  const failure = { id: task, error: result.error, late: false };
  return turn({ ...learned, at: "bind", challenge: withFactor(state.challenge, state.challenge.active, (each) => withFailure(each, failure)) });
}

/** The address is taken and nothing was sent: the first code goes out by hand (R8). */
function addressed(challenge: ChallengeData, { factor, target }: Bound): ChallengeData {
  const fresh = (each: FactorState): FactorState => ({ factor: each.factor, bound: false, target, delivery: { is: "unsent" } });
  return withFactor(challenge, factor, fresh);
}

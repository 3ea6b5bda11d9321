import type { GuardError } from "@guard/contract";
import { hasPassed, isSent, learnOffset } from "./cooldown.ts";
import { complete, openFactor } from "./enter.ts";
import type { RuntimeEvent, Stamped, UserEvent } from "./event.ts";
import { activeFactor, withFactor, withFailure } from "./factor.ts";
import { sendAnswered, sendByHand } from "./send.ts";
import type { ChallengeState, Failure, FactorState, VerifyingState } from "./state.ts";
import { backToPassword, stop } from "./stop.ts";
import { turn, type Turn } from "./turn.ts";

type AnswerEvent = Stamped<Extract<RuntimeEvent, { type: "ANSWER" }>>;

/** A bound factor takes a code at any time, for an older one may still be alive (R9a); while binding, once something was sent (R8). */
export const takesCode = ({ bound, delivery }: FactorState): boolean => bound || isSent(delivery);

export function challenge(state: ChallengeState, event: Stamped): Turn {
  switch (event.type) {
    case "CODE.SUBMIT":
      return submitCode(state, event);
    case "CODE.SEND":
      return sendByHand(state, event);
    case "FACTOR.CHOOSE":
      return chooseFactor(state, event);
    case "TARGET.CHANGE":
      return state.challenge.need === "bind" ? turn({ ...state, at: "bind" }) : turn(state);
    case "ANSWER":
      return answered(state, event);
    case "BACK":
      return backToPassword(state);
    default:
      return turn(state);
  }
}

function submitCode(state: ChallengeState, { code, id }: Stamped<Extract<UserEvent, { type: "CODE.SUBMIT" }>>): Turn {
  const open = activeFactor(state.challenge);
  // The recovery code has a call of its own.
  if (!takesCode(open) || open.factor === "recovery") return turn(state);
  const cleared = withFactor(state.challenge, open.factor, (each) => withFailure(each));
  const key = open.failure?.unheard ?? id;
  return turn(
    { ...state, at: "challenge.verifying", task: id, key, challenge: cleared },
    { type: "verify", task: id, key, token: cleared.token, factor: open.factor, code },
  );
}

function chooseFactor(state: ChallengeState, event: Stamped<Extract<UserEvent, { type: "FACTOR.CHOOSE" }>>): Turn {
  const chosen = state.challenge.factors.find(({ factor }) => factor === event.factor);
  if (!chosen || chosen.factor === state.challenge.active) return turn(state);
  const changed = { ...state.challenge, active: chosen.factor };
  // A factor that failed before waits for the person's own Send: a tab never repeats a refusal by itself (R13).
  return chosen.failure ? turn({ ...state, challenge: changed }) : openFactor(state, changed, event, false);
}

/** While a code is judged, only BACK leaves (law 3); a send that is under way still arrives. */
export function verifying(state: VerifyingState, event: Stamped): Turn {
  if (event.type === "BACK") return backToPassword(state);
  return event.type === "ANSWER" ? answered(state, event) : turn(state);
}

function answered(state: ChallengeState | VerifyingState, event: AnswerEvent): Turn {
  const { answer, task } = event;
  const learned = { ...state, offset: learnOffset(state.offset, answer.result, event.now) };
  if (answer.to === "send") return isRunning(state, task) ? sendAnswered(learned, task, answer.result, event) : turn(state);
  if (answer.to !== "verify" || learned.at !== "challenge.verifying" || learned.task !== task) return turn(state);
  return answer.result.ok ? complete(learned, answer.result.value, event) : refusedCode(learned, answer.result.error, event);
}

function isRunning({ challenge: { factors } }: ChallengeState | VerifyingState, task: string): boolean {
  return factors.some(({ delivery }) => "task" in delivery && delivery.task === task);
}

/** The server may have judged and its answer was lost on the way. It judges another code under the same key afresh, so the key is safe to keep. */
const isUnheard = ({ code }: GuardError): boolean => code === "network" || code === "timeout" || code === "unknown" || code === "unavailable";

function refusedCode(state: VerifyingState, error: GuardError, event: AnswerEvent): Turn {
  const stopped = stop(state, error);
  if (stopped) return stopped;
  const { delivery } = activeFactor(state.challenge);
  const late = error.code === "code_invalid" && isSent(delivery) && hasPassed(delivery.expiresAt, event.now + state.offset);
  const { task, key, at: _, ...rest } = state;
  const failure: Failure = { id: task, error, late, ...(isUnheard(error) ? { unheard: key } : {}) };
  const failed = withFactor(state.challenge, state.challenge.active, (each) => withFailure(each, failure));
  return turn({ ...rest, at: "challenge", challenge: failed });
}

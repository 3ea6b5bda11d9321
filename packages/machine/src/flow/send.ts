import { isSentFactor, type Delivered, type Result, type Trigger } from "@guard/contract";
import { hasPassed, isSent, learnOffset, sent } from "./cooldown.ts";
import type { Effect } from "./effect.ts";
import type { Stamped, StampedOf } from "./event.ts";
import { activeFactor } from "./active-factor.ts";
import { sendingFactor, withDelivery, withFactor, withFailure } from "./factor.ts";
import { sendingUnder, sendRefused } from "./sending.ts";
import { stop } from "./stop.ts";
import type { ChallengeData, ChallengeState, FactorState, State, TaskId } from "./state.ts";
import { turn, type Turn } from "./turn.ts";

type Open = Extract<State, { readonly challenge: ChallengeData }>;

/** The challenge with a send of the active factor under way, and the effect that performs it. */
export function startSend(challenge: ChallengeData, trigger: Trigger, task: TaskId): { challenge: ChallengeData; effect: Effect } | undefined {
  const { factor, delivery } = activeFactor(challenge);
  if (!isSentFactor(factor) || delivery.is === "sending" || delivery.is === "resending") return undefined;
  return {
    challenge: withFactor(challenge, factor, (each) => sendingUnder(each, task)),
    effect: { type: "send", task, token: challenge.token, factor, trigger },
  };
}

/** CODE.SEND: somebody asked. Inside the wait it does nothing; the server would refuse, and the button says so (R9). */
export function sendByHand(state: ChallengeState, event: Stamped): Turn {
  const { delivery } = activeFactor(state.challenge);
  if (isSent(delivery) && !hasPassed(delivery.resendAt, event.now + state.offset)) return turn(state);
  const started = startSend(state.challenge, "user", event.id);
  return started ? turn({ ...state, challenge: started.challenge }, started.effect) : turn(state);
}

/** The answer to a send, wherever the person is by now: only its own factor changes (law 6). */
export function sendAnswered(before: Open, result: Result<Delivered>, event: StampedOf<"ANSWER">): Turn {
  const { task } = event;
  const factor = sendingFactor(before.challenge, task);
  if (!factor) return turn(before);
  const state = { ...before, offset: learnOffset(before.offset, result, event.now) };
  const change = (to: (each: FactorState) => FactorState): ChallengeData => withFactor(state.challenge, factor.factor, to);
  if (result.ok) return turn({ ...state, challenge: change((each) => withFailure(withDelivery(each, sent(result.value)))) });

  const { error } = result;
  const stopped = stop(state, error);
  if (stopped) return stopped;
  if (error.code === "resend_too_soon" && factor.delivery.is === "sending" && isSentFactor(factor.factor)) {
    // A code already waits for this address (Back, a second tab): ask for its deadlines instead of leaving the person without a field (R9a).
    const challenge = change((each) => withDelivery(each, { is: "sending", task: event.id }));
    return turn({ ...state, challenge }, { type: "send", task: event.id, token: challenge.token, factor: factor.factor, trigger: "auto" });
  }
  return turn({ ...state, challenge: change((each) => sendRefused(each, task, error)) });
}

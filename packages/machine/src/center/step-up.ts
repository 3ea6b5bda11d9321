import type { Delivered, GuardError, Result } from "@guard/contract";
import { hasPassed, isSent, learnOffset, sent } from "../flow/cooldown.ts";
import type { TaskId } from "../flow/challenge-data.ts";
import { activeFactor } from "../flow/active-factor.ts";
import { failActive, sendingFactor, withDelivery, withFactor, withFailure } from "../flow/factor.ts";
import { sendRefused } from "../flow/sending.ts";
import { keyAfter } from "../flow/verdict.ts";
import { proven, type Account } from "./account.ts";
import { carryOut } from "./carry-out.ts";
import type { StampedCenter, StampedCenterOf } from "./event.ts";
import { toOverview } from "./leave.ts";
import { sendProof } from "./open-step-up.ts";
import { failureOf, settle, stop } from "./settle.ts";
import type { Intent, StepUpCheckingState, StepUpPasswordState, StepUpState, StepUpVerifyingState } from "./state.ts";
import { turn, type CenterTurn } from "./turn.ts";

/** A fresh proof: a code, a face or the password, whatever the change behind it waits for (R18). */
export function stepUp(state: StepUpState, event: StampedCenter): CenterTurn {
  switch (event.type) {
    case "CODE.SUBMIT":
      return submitCode(state, event);
    case "FACE.SUBMIT":
      return submitFace(state, event);
    case "CODE.SEND":
      return sendByHand(state, event);
    case "FACTOR.CHOOSE":
      return choose(state, event);
    case "BACK":
      return toOverview(state);
    case "ANSWER":
      return sendAnswered(state, event);
    default:
      return turn(state);
  }
}

/** A code that is on its way still arrives while one is judged. */
export function stepUpVerifying(state: StepUpVerifyingState, event: StampedCenter): CenterTurn {
  if (event.type === "ANSWER" && event.answer.to === "sendStepUp") return sendAnswered(state, event);
  const isFace = activeFactor(state.proof).factor === "face";
  return settle(state, event, isFace ? "stepUpFace" : "stepUp", { accepted: goOn, refused, back: toOverview });
}

function judged(state: StepUpState, task: TaskId): { readonly state: StepUpVerifyingState; readonly key: TaskId } {
  const { active } = state.proof;
  const key = keyAfter(activeFactor(state.proof).failure, task);
  return { key, state: { ...state, at: "stepUp.verifying", task, key, proof: withFactor(state.proof, active, (each) => withFailure(each)) } };
}

function submitCode(state: StepUpState, { code, id: task }: StampedCenterOf<"CODE.SUBMIT">): CenterTurn {
  const { factor } = activeFactor(state.proof);
  if (factor === "face" || factor === "recovery") return turn(state);
  const { state: next, key } = judged(state, task);
  return turn(next, { type: "stepUp", task, key, proof: { factor, code } });
}

function submitFace(state: StepUpState, { image, id: task }: StampedCenterOf<"FACE.SUBMIT">): CenterTurn {
  if (activeFactor(state.proof).factor !== "face") return turn(state);
  const { state: next, key } = judged(state, task);
  return turn(next, { type: "stepUpFace", task, key, image });
}

/** The proof is accepted: what it was for is done. */
const goOn = ({ offset, account, intent }: { readonly offset: number; readonly account: Account; readonly intent: Intent }, value: { readonly steppedUpUntil: number; readonly now: number }, { id }: StampedCenter): CenterTurn =>
  carryOut({ offset, account: proven(account, value) }, intent, id);

function refused(state: StepUpVerifyingState, error: GuardError, event: StampedCenter): CenterTurn {
  const { task: _, key: _key, ...shown } = state;
  const { delivery } = activeFactor(state.proof);
  const late = error.code === "code_invalid" && isSent(delivery) && hasPassed(delivery.expiresAt, event.now + state.offset);
  return turn({ ...shown, at: "stepUp", proof: failActive(state.proof, failureOf(state, error, late)) });
}

/** Inside the wait it does nothing; the server would refuse, and the button says so (R9). */
function sendByHand(state: StepUpState, { now, id }: StampedCenter): CenterTurn {
  const { delivery } = activeFactor(state.proof);
  if (isSent(delivery) && !hasPassed(delivery.resendAt, now + state.offset)) return turn(state);
  const started = sendProof(state.proof, "user", id);
  return started ? turn({ ...state, proof: started.proof }, started.effect) : turn(state);
}

/** The first visit to an address sends by itself; a later one neither repeats it nor a refusal (R13). */
function choose(state: StepUpState, { factor, id }: StampedCenterOf<"FACTOR.CHOOSE">): CenterTurn {
  const known = state.proof.factors.some((each) => each.factor === factor);
  if (!known || factor === state.proof.active) return turn(state);
  const proof = { ...state.proof, active: factor };
  const { delivery, failure } = activeFactor(proof);
  const started = delivery.is === "unsent" && !failure ? sendProof(proof, "auto", id) : undefined;
  return turn({ ...state, proof: started?.proof ?? proof }, started?.effect);
}

/** The answer to a send: only its own factor changes (law 6). */
function sendAnswered(before: StepUpState | StepUpVerifyingState, { task, answer, now, id }: StampedCenterOf<"ANSWER">): CenterTurn {
  const factor = sendingFactor(before.proof, task);
  if (!factor || answer.to !== "sendStepUp") return turn(before);
  const result: Result<Delivered> = answer.result;
  const state = { ...before, offset: learnOffset(before.offset, result, now) };
  if (result.ok) return turn({ ...state, proof: withFactor(state.proof, factor.factor, (each) => withFailure(withDelivery(each, sent(result.value)))) });
  const { error } = result;
  // Asked by hand while an older code waits: its deadlines, instead of no field at all (R9a).
  if (error.code === "resend_too_soon" && factor.delivery.is === "sending" && (factor.factor === "email" || factor.factor === "sms")) {
    const proof = withFactor(state.proof, factor.factor, (each) => withDelivery(each, { is: "sending", task: id }));
    return turn({ ...state, proof }, { type: "sendStepUp", task: id, factor: factor.factor, trigger: "auto" });
  }
  return stop(state, error) ?? turn({ ...state, proof: withFactor(state.proof, factor.factor, (each) => sendRefused(each, task, error)) });
}

/** The password, where nothing else is bound (R18). */
export function stepUpPassword(state: StepUpPasswordState, event: StampedCenter): CenterTurn {
  if (event.type === "BACK") return toOverview(state);
  if (event.type !== "PASSWORD.SUBMIT") return turn(state);
  const { failure, ...shown } = state;
  const { id: task, password } = event;
  const key = keyAfter(failure, task);
  return turn({ ...shown, at: "stepUp.checking", task, key }, { type: "stepUp", task, key, proof: { password } });
}

export const stepUpChecking = (state: StepUpCheckingState, event: StampedCenter): CenterTurn =>
  settle(state, event, "stepUp", {
    accepted: goOn,
    refused: ({ task, key, ...shown }, error) => turn({ ...shown, at: "stepUp.password", failure: failureOf({ task, key }, error) }),
    back: toOverview,
  });

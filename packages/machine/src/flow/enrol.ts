import type { GuardError } from "@guard/contract";
import { hasPassed, learnOffset } from "./cooldown.ts";
import { startEnrolment } from "./enter.ts";
import type { Stamped, StampedOf } from "./event.ts";
import type { EnrolConfirmingState, EnrolFailedState, EnrolLoadingState, EnrolState } from "./state.ts";
import { stop } from "./stop.ts";
import { turn, type Turn } from "./turn.ts";
import { failureOf, keyAfter, settle } from "./verdict.ts";

export function enrolLoading(state: EnrolLoadingState, event: Stamped): Turn {
  if (event.type !== "ANSWER" || event.task !== state.task || event.answer.to !== "startTotp") return turn(state);
  const { result } = event.answer;
  const { at: _, task, ...loaded } = { ...state, offset: learnOffset(state.offset, result, event.now) };
  if (!result.ok) return stop({ ...state, ...loaded }, result.error) ?? turn({ ...loaded, at: "enrol.failed", failure: { id: task, error: result.error, late: false } });
  const { secret, otpauthUri, expiresAt } = result.value;
  return turn({ ...loaded, at: "enrol", enrolment: { secret, otpauthUri, expiresAt } });
}

export function enrolFailed(state: EnrolFailedState, event: Stamped): Turn {
  return event.type === "TOTP.RETRY" ? startEnrolment(state, state.challenge, event.id) : turn(state);
}

export function enrol(state: EnrolState, event: Stamped): Turn {
  switch (event.type) {
    case "CODE.SUBMIT":
      return submitCode(state, event);
    case "TOTP.RETRY":
      return startEnrolment(state, state.challenge, event.id);
    default:
      return turn(state);
  }
}

function submitCode({ failure, ...state }: EnrolState, { code, id }: StampedOf<"CODE.SUBMIT">): Turn {
  const key = keyAfter(failure, id);
  return turn({ ...state, at: "enrol.confirming", task: id, key }, { type: "confirmTotp", task: id, key, token: state.challenge.token, code });
}

export const enrolConfirming = (state: EnrolConfirmingState, event: Stamped): Turn => settle(state, event, refusedCode);

function refusedCode(state: EnrolConfirmingState, error: GuardError, event: Stamped): Turn {
  const { task: _, key: _key, enrolment, ...rest } = state;
  const late = error.code === "code_invalid" && hasPassed(enrolment.expiresAt, event.now + state.offset);
  const failure = failureOf(state, error, late);
  // This enrolment is no more (ten tries, ten minutes, another tab's): its secret would only mislead.
  return turn(error.code === "conflict" ? { ...rest, at: "enrol.failed", failure } : { ...rest, at: "enrol", enrolment, failure });
}

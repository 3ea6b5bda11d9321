import type { GuardError } from "@guard/contract";
import { requestCode } from "./code-request.ts";
import { hasPassed, learnOffset, sent } from "./cooldown.ts";
import type { Stamped, StampedOf } from "./event.ts";
import type { CodeVerifyingState, CodeVerifyState, SentDelivery } from "./state.ts";
import { backToPassword, stopAccount } from "./stop.ts";
import { turn, type Turn } from "./turn.ts";
import { failureOf, keyAfter, settle } from "./verdict.ts";

/** The code that signs in by itself, without a second factor (R2a). */
export function codeVerify(state: CodeVerifyState, event: Stamped): Turn {
  switch (event.type) {
    case "CODE.SUBMIT":
      return submitCode(state, event);
    case "CODE.SEND":
      return resend(state, event);
    case "METHOD.CHOOSE":
      return event.method === "password" ? backToPassword(state) : requestCode(state);
    case "TARGET.CHANGE":
      return requestCode(state);
    case "BACK":
      return backToPassword(state);
    default:
      return resent(state, event) ?? turn(state);
  }
}

/** While the code is judged, only BACK leaves (law 3); another one that is under way still arrives. */
export function codeVerifying(state: CodeVerifyingState, event: Stamped): Turn {
  if (event.type === "BACK") return backToPassword(state);
  return resent(state, event) ?? settle(state, event, refusedCode);
}

function submitCode({ failure, ...state }: CodeVerifyState, { code, id: task }: StampedOf<"CODE.SUBMIT">): Turn {
  const key = keyAfter(failure, task);
  return turn({ ...state, at: "codeSignIn.verifying", task, key }, { type: "verifySignInCode", task, key, identifier: state.identifier, code });
}

function refusedCode(state: CodeVerifyingState, error: GuardError, event: Stamped): Turn {
  const { identifier, offset } = state;
  if (error.code === "challenge_expired") return turn({ at: "expired", identifier, offset, was: "code" });
  const { task: _, key: _key, ...shown } = state;
  const late = error.code === "code_invalid" && hasPassed(state.delivery.expiresAt, event.now + state.offset);
  return turn({ ...shown, at: "codeSignIn.verify", failure: failureOf(state, error, late) });
}

/** Inside the wait it does nothing: the server would refuse, and the button says so (R9). */
function resend(state: CodeVerifyState, { now, id: task }: Stamped): Turn {
  const { failure: _, ...clean } = state;
  const { delivery, identifier, offset } = state;
  if (delivery.is === "resending" || !hasPassed(delivery.resendAt, now + offset)) return turn(state);
  return turn({ ...clean, delivery: { ...delivery, is: "resending", task } }, { type: "requestSignInCode", task, identifier, trigger: "user" });
}

const refusedResend = (delivery: SentDelivery, error: GuardError): SentDelivery =>
  sent(error.code === "resend_too_soon" ? { ...delivery, resendAt: error.resendAt } : delivery);

/** The answer to another code that was asked for, if this event is it. */
function resent(state: CodeVerifyState | CodeVerifyingState, event: Stamped): Turn | undefined {
  const { delivery } = state;
  if (delivery.is !== "resending" || event.type !== "ANSWER" || event.task !== delivery.task || event.answer.to !== "requestSignInCode") return undefined;
  const { result } = event.answer;
  const learned = { ...state, offset: learnOffset(state.offset, result, event.now) };
  if (result.ok) return turn({ ...learned, delivery: sent(result.value) });
  const { error } = result;
  const back = { ...learned, delivery: refusedResend(delivery, error) };
  // While a code is judged its verdict is what the person waits for, and the button is there again after it.
  return stopAccount(learned, error) ?? turn(back.at === "codeSignIn.verify" ? { ...back, failure: { id: delivery.task, error, late: false } } : back);
}

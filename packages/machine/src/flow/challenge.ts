import type { GuardError } from "@guard/contract";
import { changeTarget } from "./bind.ts";
import { hasPassed, isSent } from "./cooldown.ts";
import type { Stamped, StampedOf } from "./event.ts";
import { activeFactor } from "./active-factor.ts";
import { failActive, withFactor, withFailure } from "./factor.ts";
import { sendByHand } from "./send.ts";
import type { ChallengeState, FactorState, VerifyingState } from "./state.ts";
import { turn, type Turn } from "./turn.ts";
import { failureOf, keyAfter, settle } from "./verdict.ts";

/** A bound factor takes a code at any time, for an older one may still be alive (R9a); while binding, once something was sent (R8). */
export const takesCode = ({ bound, delivery }: FactorState): boolean => bound || isSent(delivery);

export function challenge(state: ChallengeState, event: Stamped): Turn {
  switch (event.type) {
    case "CODE.SUBMIT":
      return submitCode(state, event);
    case "CODE.SEND":
      return sendByHand(state, event);
    case "TARGET.CHANGE":
      return activeFactor(state.challenge).bound ? turn(state) : turn({ ...state, at: "bind", challenge: changeTarget(state.challenge) });
    default:
      return turn(state);
  }
}

function submitCode(state: ChallengeState, { code, trustDevice, id: task }: StampedOf<"CODE.SUBMIT">): Turn {
  const open = activeFactor(state.challenge);
  // The recovery code has a call of its own.
  if (!takesCode(open) || open.factor === "recovery") return turn(state);
  const cleared = withFactor(state.challenge, open.factor, (each) => withFailure(each));
  const key = keyAfter(open.failure, task);
  // A device is trusted after a factor that was bound before this login (R24).
  const trusts = trustDevice === true && open.bound && cleared.trustDays !== undefined;
  return turn(
    { ...state, at: "challenge.verifying", task, key, challenge: cleared },
    { type: "verify", task, key, token: cleared.token, factor: open.factor, code, ...(trusts ? { trustDevice: true } : {}) },
  );
}

/** While a code is judged, only BACK leaves (law 3); a send that is under way still arrives. */
export const verifying = (state: VerifyingState, event: Stamped): Turn => settle(state, event, refusedCode);

function refusedCode(state: VerifyingState, error: GuardError, event: Stamped): Turn {
  const { task: _, key: _key, ...shown } = state;
  const { delivery } = activeFactor(state.challenge);
  const late = error.code === "code_invalid" && isSent(delivery) && hasPassed(delivery.expiresAt, event.now + state.offset);
  return turn({ ...shown, at: "challenge", challenge: failActive(state.challenge, failureOf(state, error, late)) });
}

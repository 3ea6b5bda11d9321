import type { GuardError } from "@guard/contract";
import type { Stamped } from "./event.ts";
import { activeFactor } from "./active-factor.ts";
import { failActive, withFactor, withFailure } from "./factor.ts";
import type { FaceState, FaceVerifyingState } from "./state.ts";
import { turn, type Turn } from "./turn.ts";
import { failureOf, keyAfter, settle } from "./verdict.ts";

/** A picture is taken in the view; its bytes pass through here once (law 7). */
export function face(state: FaceState, event: Stamped): Turn {
  if (event.type !== "FACE.SUBMIT") return turn(state);
  const { id: task, image } = event;
  const { bound, failure } = activeFactor(state.challenge);
  const key = keyAfter(failure, task);
  const challenge = withFactor(state.challenge, "face", (each) => withFailure(each));
  return turn({ ...state, at: "face.verifying", task, key, challenge }, { type: "face", task, key, token: challenge.token, image, bound });
}

export const faceVerifying = (state: FaceVerifyingState, event: Stamped): Turn => settle(state, event, refusedPicture);

function refusedPicture(state: FaceVerifyingState, error: GuardError): Turn {
  const { task: _, key: _key, ...shown } = state;
  return turn({ ...shown, at: "face", challenge: failActive(state.challenge, failureOf(state, error)) });
}

import { bind, bindChecking } from "./bind.ts";
import { challenge, verifying } from "./challenge.ts";
import { codeRequest, codeRequesting } from "./code-request.ts";
import { codeVerify, codeVerifying } from "./code-verify.ts";
import { enrol, enrolConfirming, enrolFailed, enrolLoading } from "./enrol.ts";
import type { Stamped } from "./event.ts";
import { expired } from "./expired.ts";
import { face, faceVerifying } from "./face.ts";
import { password, resumeFailed } from "./first-step.ts";
import { busy, open } from "./open-challenge.ts";
import { submitting } from "./password.ts";
import { closed, recovery, recoveryCode, recoveryVerifying } from "./recovery.ts";
import { resuming } from "./resume.ts";
import type { State, StateName } from "./state.ts";
import { leave } from "./stop.ts";
import { turn, type Turn } from "./turn.ts";

type Steps = { readonly [At in StateName]: (state: Extract<State, { at: At }>, event: Stamped) => Turn };

/** One function a state; a new step is a new file and a line here. */
const steps: Steps = {
  password,
  "password.submitting": submitting,
  resuming,
  "resuming.failed": resumeFailed,
  challenge: open(challenge),
  "challenge.verifying": busy(verifying),
  bind: open(bind),
  "bind.checking": busy(bindChecking),
  "enrol.loading": busy(enrolLoading),
  "enrol.failed": open(enrolFailed),
  enrol: open(enrol),
  "enrol.confirming": busy(enrolConfirming),
  face: open(face),
  "face.verifying": busy(faceVerifying),
  recovery: open(recovery),
  "recovery.verifying": busy(recoveryVerifying),
  recoveryCode,
  "codeSignIn.request": codeRequest,
  "codeSignIn.requesting": codeRequesting,
  "codeSignIn.verify": codeVerify,
  "codeSignIn.verifying": codeVerifying,
  locked: leave,
  closed,
  expired,
  done: (state) => turn(state),
};

/** The whole flow. A pure function: it performs nothing, reads no clock and makes no id. An event that a state does not know changes nothing. */
export function transition(state: State, event: Stamped): Turn {
  // The one cast: TypeScript can't relate a state's name to its handler's parameter.
  const step = steps[state.at] as (state: State, event: Stamped) => Turn;
  return step(state, event);
}

import { address, code, confirming, sending } from "./bind.ts";
import { recoveryCode, renew, renewing, revoking, unbind, unbinding } from "./change.ts";
import { enrol, enrolConfirming, enrolFailed, enrolLoading } from "./enrol.ts";
import type { StampedCenter } from "./event.ts";
import { face, faceBinding } from "./face.ts";
import { failed, loading, overview, stopped, unread } from "./overview.ts";
import type { CenterState, CenterStateName } from "./state.ts";
import { stepUp, stepUpChecking, stepUpPassword, stepUpVerifying } from "./step-up.ts";
import { turn, type CenterTurn } from "./turn.ts";

type Steps = { readonly [At in CenterStateName]: (state: Extract<CenterState, { at: At }>, event: StampedCenter) => CenterTurn };

/** One function a state; a new step is a new file and a line here. */
const steps: Steps = {
  unread,
  loading,
  failed,
  overview,
  stepUp,
  "stepUp.verifying": stepUpVerifying,
  "stepUp.password": stepUpPassword,
  "stepUp.checking": stepUpChecking,
  bindTarget: address,
  "bindTarget.sending": sending,
  bindConfirm: code,
  "bindConfirm.confirming": confirming,
  "enrol.loading": enrolLoading,
  "enrol.failed": enrolFailed,
  enrol,
  "enrol.confirming": enrolConfirming,
  face,
  "face.binding": faceBinding,
  recoveryCode,
  "unbind.confirm": unbind,
  unbinding,
  "renew.confirm": renew,
  renewing,
  "device.revoking": revoking,
  locked: stopped,
  closed: stopped,
  signedOut: (state) => turn(state),
};

/** The personal centre. A pure function: it performs nothing, reads no clock and makes no id. An event that a state does not know changes nothing. */
export function centerTransition(state: CenterState, event: StampedCenter): CenterTurn {
  // The one cast: TypeScript can't relate a state's name to its handler's parameter.
  const step = steps[state.at] as (state: CenterState, event: StampedCenter) => CenterTurn;
  return step(state, event);
}

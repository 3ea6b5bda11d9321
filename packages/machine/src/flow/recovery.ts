import type { GuardError } from "@guard/contract";
import type { Stamped } from "./event.ts";
import { activeFactor } from "./active-factor.ts";
import { failActive, withFactor, withFailure } from "./factor.ts";
import type { ClosedState, RecoveryCodeState, RecoveryState, RecoveryVerifyingState } from "./state.ts";
import { backToPassword } from "./stop.ts";
import { turn, type Turn } from "./turn.ts";
import { failureOf, keyAfter, settle } from "./verdict.ts";

/** The account is closed for codes; where the server still offers it, the recovery code opens it again (R11b). */
export function closed(state: ClosedState, event: Stamped): Turn {
  if (event.type === "BACK" || event.type === "RETRY") return backToPassword(state);
  const { identifier, offset, challenge } = state;
  return event.type === "RECOVERY.OPEN" && challenge ? turn({ at: "recovery", identifier, offset, challenge, from: "closed" }) : turn(state);
}

/** Spelling is the view's (`readRecoveryCode`) and the server's: another backend's codes look otherwise. */
export function recovery(state: RecoveryState, event: Stamped): Turn {
  if (event.type !== "RECOVERY.SUBMIT") return turn(state);
  const { id: task, code } = event;
  const key = keyAfter(activeFactor(state.challenge).failure, task);
  const challenge = withFactor(state.challenge, "recovery", (each) => withFailure(each));
  return turn({ ...state, at: "recovery.verifying", task, key, challenge }, { type: "verifyRecoveryCode", task, key, token: challenge.token, code });
}

export const recoveryVerifying = (state: RecoveryVerifyingState, event: Stamped): Turn => settle(state, event, refusedCode);

function refusedCode(state: RecoveryVerifyingState, error: GuardError): Turn {
  const { task: _, key: _key, ...shown } = state;
  return turn({ ...shown, at: "recovery", challenge: failActive(state.challenge, failureOf(state, error)) });
}

/** The new code is shown once; only "I saved it" leads on, and to the session (R14). */
export function recoveryCode(state: RecoveryCodeState, event: Stamped): Turn {
  if (event.type !== "RECOVERY.ACKNOWLEDGE") return turn(state);
  const { recoveryCode: _, ...signedIn } = state;
  return turn({ ...signedIn, at: "done" });
}

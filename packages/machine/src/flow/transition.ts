import { bind, bindChecking } from "./bind.ts";
import { challenge, verifying } from "./challenge.ts";
import type { Stamped } from "./event.ts";
import { password, resumeFailed } from "./first-step.ts";
import { submitting } from "./password.ts";
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
  challenge,
  "challenge.verifying": verifying,
  bind,
  "bind.checking": bindChecking,
  locked: leave,
  closed: leave,
  expired: leave,
  done: (state) => turn(state),
};

/** The whole flow. A pure function: it performs nothing, reads no clock and makes no id. An event that a state does not know changes nothing. */
export function transition(state: State, event: Stamped): Turn {
  // The one cast: TypeScript can't relate a state's name to its handler's parameter.
  const step = steps[state.at] as (state: State, event: Stamped) => Turn;
  return step(state, event);
}

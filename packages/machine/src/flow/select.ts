import type { Resumable, State, TaskId } from "./state.ts";

/** The step a person is on, as views, `data-step` and `onStepChange` name it. */
export type Step = "password" | "resume" | "verify" | "bind" | "locked" | "closed" | "expired" | "done";

const stepOfState: { readonly [At in State["at"]]: Step } = {
  password: "password",
  "password.submitting": "password",
  resuming: "resume",
  "resuming.failed": "resume",
  challenge: "verify",
  "challenge.verifying": "verify",
  bind: "bind",
  "bind.checking": "bind",
  locked: "locked",
  closed: "closed",
  expired: "expired",
  done: "done",
};

export const stepOf = ({ at }: State): Step => stepOfState[at];

/** True while a blocking call runs: the form is busy and only BACK leaves it. */
export const isBusy = (state: State): boolean => "task" in state;

/** Every call the state still waits for. The runtime aborts what is not named here any more. */
export function runningTasks(state: State): readonly TaskId[] {
  const blocking = "task" in state ? [state.task] : [];
  const sends = "challenge" in state ? state.challenge.factors.flatMap(({ delivery }) => ("task" in delivery ? [delivery.task] : [])) : [];
  return [...blocking, ...sends];
}

/** What is kept for a reload: neither identifier nor secret, and never a challenge whose token could bind (law 8). */
export function resumableOf(state: State): Resumable | undefined {
  switch (state.at) {
    case "challenge":
    case "challenge.verifying": {
      const { token, active, expiresAt, need } = state.challenge;
      return need === "bind" ? undefined : { is: "challenge", token, active, expiresAt, offset: state.offset };
    }
    case "resuming":
    case "resuming.failed":
      return state.record;
    case "locked":
      return { is: "lock", lockedUntil: state.lockedUntil, offset: state.offset };
    default:
      return undefined;
  }
}

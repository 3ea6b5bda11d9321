import type { ChallengeFactor } from "@guard/contract";
import type { ChallengeData, Delivery, State, TaskId } from "./state.ts";

/** The step a person is on, as views, `data-step` and `onStepChange` name it. */
export type Step =
  | "password"
  | "codeRequest"
  | "codeVerify"
  | "resume"
  | "verify"
  | "bind"
  | "enrol"
  | "face"
  | "recovery"
  | "recoveryCode"
  | "locked"
  | "closed"
  | "expired"
  | "done";

const stepOfState: { readonly [At in State["at"]]: Step } = {
  password: "password",
  "password.submitting": "password",
  resuming: "resume",
  "resuming.failed": "resume",
  challenge: "verify",
  "challenge.verifying": "verify",
  bind: "bind",
  "bind.checking": "bind",
  "enrol.loading": "enrol",
  "enrol.failed": "enrol",
  enrol: "enrol",
  "enrol.confirming": "enrol",
  face: "face",
  "face.verifying": "face",
  recovery: "recovery",
  "recovery.verifying": "recovery",
  recoveryCode: "recoveryCode",
  "codeSignIn.request": "codeRequest",
  "codeSignIn.requesting": "codeRequest",
  "codeSignIn.verify": "codeVerify",
  "codeSignIn.verifying": "codeVerify",
  locked: "locked",
  closed: "closed",
  expired: "expired",
  done: "done",
};

export const stepOf = ({ at }: State): Step => stepOfState[at];

/** True while a blocking call runs: the form is busy and only BACK leaves it. */
export const isBusy = (state: State): boolean => "task" in state;

/** The challenge that a state is about, on whichever of its screens. */
export const challengeOf = (state: State): ChallengeData | undefined => ("challenge" in state ? state.challenge : undefined);

function deliveriesOf(state: State): readonly Delivery[] {
  if ("delivery" in state) return [state.delivery];
  return challengeOf(state)?.factors.map(({ delivery }) => delivery) ?? [];
}

/** Every call the state still waits for. The runtime aborts what is not named here any more. */
export function runningTasks(state: State): readonly TaskId[] {
  const blocking = "task" in state ? [state.task] : [];
  return [...blocking, ...deliveriesOf(state).flatMap((delivery) => ("task" in delivery ? [delivery.task] : []))];
}

/** One factor that a person can turn to. */
export interface FactorTab {
  readonly factor: ChallengeFactor;
  readonly bound: boolean;
  readonly active: boolean;
  /** A call runs: choosing does nothing until it is answered (R13). */
  readonly busy: boolean;
}

/** The factors of a challenge in their order, for tabs or a list. The recovery code is no tab: it is offered beside them (`offersRecovery`). */
export function factorTabs(state: State): readonly FactorTab[] {
  const factors = challengeOf(state)?.factors ?? [];
  const tabs = factors.filter(({ factor }) => factor !== "recovery");
  return tabs.map(({ factor, bound }) => ({ factor, bound, active: challengeOf(state)?.active === factor, busy: isBusy(state) }));
}

/** Whether RECOVERY.OPEN leads anywhere from here. */
export function offersRecovery(state: State): boolean {
  const challenge = challengeOf(state);
  if (!challenge || isBusy(state)) return false;
  return state.at === "closed" || (challenge.active !== "recovery" && challenge.factors.some(({ factor }) => factor === "recovery"));
}

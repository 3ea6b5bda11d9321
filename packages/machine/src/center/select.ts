import type { Delivery, Failure, TaskId } from "../flow/challenge-data.ts";
import type { CenterState } from "./state.ts";

/** The step a person is on, as views, `data-step` and `onStepChange` name it. */
export type CenterStep = "overview" | "stepUp" | "bind" | "bindConfirm" | "enrol" | "face" | "recoveryCode" | "unbind" | "renew" | "locked" | "closed" | "signedOut";

const steps: { readonly [At in CenterState["at"]]: CenterStep } = {
  unread: "overview",
  loading: "overview",
  failed: "overview",
  overview: "overview",
  stepUp: "stepUp",
  "stepUp.verifying": "stepUp",
  "stepUp.password": "stepUp",
  "stepUp.checking": "stepUp",
  bindTarget: "bind",
  "bindTarget.sending": "bind",
  bindConfirm: "bindConfirm",
  "bindConfirm.confirming": "bindConfirm",
  "enrol.loading": "enrol",
  "enrol.failed": "enrol",
  enrol: "enrol",
  "enrol.confirming": "enrol",
  face: "face",
  "face.binding": "face",
  recoveryCode: "recoveryCode",
  "unbind.confirm": "unbind",
  unbinding: "unbind",
  "renew.confirm": "renew",
  renewing: "renew",
  "device.revoking": "overview",
  locked: "locked",
  closed: "closed",
  signedOut: "signedOut",
};

export const centerStepOf = ({ at }: CenterState): CenterStep => steps[at];

/** True while a blocking call runs: only BACK leaves it. */
export const isCenterBusy = (state: CenterState): boolean => "task" in state;

function deliveriesOf(state: CenterState): readonly Delivery[] {
  if ("proof" in state) return state.proof.factors.map(({ delivery }) => delivery);
  return "binding" in state ? [state.binding.delivery] : [];
}

/** Every call the state still waits for. The runtime aborts what is not named here any more. */
export function centerTasks(state: CenterState): readonly TaskId[] {
  const blocking = "task" in state ? [state.task] : [];
  return [...blocking, ...deliveriesOf(state).flatMap((delivery) => ("task" in delivery ? [delivery.task] : []))];
}

/** Every failure that a person can see in a state. */
export function centerFailures(state: CenterState): readonly Failure[] {
  const own = "failure" in state && state.failure ? [state.failure] : [];
  return "proof" in state ? [...own, ...state.proof.factors.flatMap(({ failure }) => (failure ? [failure] : []))] : own;
}

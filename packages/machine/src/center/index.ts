// Room: machine/center. The personal centre (R18) as a pure function under the laws of the flow; it shares the flow's words for factors and deliveries.
export type { Account, ProofMethod } from "./account.ts";
export { isProven } from "./account.ts";
export type { CenterEffect } from "./effect.ts";
export type { CenterAnswer, CenterEvent, CenterRuntimeEvent, CenterUserEvent, Reading, StampedCenter } from "./event.ts";
export { centerFailures, centerStepOf, centerTasks, isCenterBusy, type CenterStep } from "./select.ts";
export * from "./state.ts";
export { centerTransition } from "./transition.ts";
export type { CenterTurn } from "./turn.ts";

// Room: machine/flow. A pure function over @guard/contract; no clock, no timer, no id, no I/O.
export { CODE_LENGTH, readCode, type ReadCode } from "./code.ts";
export { hasPassed, isSent, secondsUntil } from "./cooldown.ts";
export type { Effect } from "./effect.ts";
export type { Answer, GuardEvent, RuntimeEvent, Stamped, UserEvent } from "./event.ts";
export { takesCode } from "./challenge.ts";
export { activeFactor } from "./active-factor.ts";
export { readRecoveryCode, RECOVERY_CODE_LENGTH, type ReadRecoveryCode } from "./recovery-code.ts";
export { resumableOf } from "./resumable.ts";
export { challengeOf, factorTabs, isBusy, offersRecovery, runningTasks, stepOf, type FactorTab, type Step } from "./select.ts";
export * from "./state.ts";
export { transition } from "./transition.ts";
export type { Turn } from "./turn.ts";

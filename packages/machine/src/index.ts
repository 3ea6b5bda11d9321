// Room: machine. The login flow (pure) and the runtime that performs its effects.
export * from "./flow/index.ts";
export { pageClock, type Clock } from "./runtime/clock.ts";
export { createGuard, type Guard, type GuardOptions } from "./runtime/guard.ts";
export type { DeviceTokenStore } from "./runtime/device-token.ts";
export { prefetchFlow } from "./runtime/load-flow.ts";
export type { Login } from "./runtime/perform.ts";
export { forgetful, sessionPersistence, type Persistence } from "./runtime/persist.ts";

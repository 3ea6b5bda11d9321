export { SECRETS, SHOWN_ONCE } from "./answers.ts";
export { drawFlow } from "./draw.ts";
export * from "./fixtures.ts";
export * from "./parts.ts";
export { manualClock, stillGuard, type ManualClock, type StillGuard } from "./still-guard.ts";
export * from "./variants.ts";
export { walk, type Move } from "./walk.ts";

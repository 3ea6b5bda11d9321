// Entry: @guard/machine/center. The personal centre (pure) and what runs it.
export * from "./center/index.ts";
export { createCenter, type Center, type CenterOptions } from "./runtime/center.ts";
export type { Visit } from "./runtime/perform-center.ts";

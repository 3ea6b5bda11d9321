// What a page says about itself; bundled into one script (page-checks.ts).
export { contrast } from "./contrast.ts";
export { sideways } from "./sideways.ts";
export { smallTargets } from "./targets.ts";
export { isPlainCode, wearScheme } from "./looks.ts";

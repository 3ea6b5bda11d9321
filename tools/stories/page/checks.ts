// What a page says about itself; bundled into one script (page-checks.ts).
export { autofill, filling } from "./autofill.ts";
export { contrast, faults } from "./contrast.ts";
export { sideways, sidewaysTurned } from "./sideways.ts";
export { smallTargets } from "./targets.ts";
export { boxedCodes, wearDirection, wearScheme } from "./looks.ts";

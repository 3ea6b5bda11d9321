// Entry: @guard/machine/inspector. A login that developers look into; never part of a page for people.
export { createInspection, type InspectedTurn, type Inspection, type InspectionSnapshot } from "./inspector/inspection.ts";
export { situations, type Situation } from "./inspector/situations.ts";
export { REDACTED, tellEvent, tellState, type Told } from "./inspector/tell.ts";

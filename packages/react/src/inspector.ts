"use client";
// Entry: @guard/react/inspector. A login that developers look into; apart from the login, so that no page for people loads it.
export { createInspection, type InspectedTurn, type Inspection, type InspectionSnapshot, type Situation, type Told } from "@guard/machine/inspector";
export { InspectedGuard, type InspectedGuardProps } from "./inspector/inspected-guard.tsx";
export { Inspector, type InspectorProps } from "./inspector/inspector.tsx";

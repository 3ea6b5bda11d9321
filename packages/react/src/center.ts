"use client";
// Entry: @guard/react/center. The personal centre, apart from the login, so that no login loads it.
export type { CenterState, CenterStep, CenterUserEvent } from "@guard/machine/center";
export type { CenterMessageKey, CenterMessages } from "@guard/locales/center";
export type { CenterOverrides, CenterPartState, SecurityCenterProps } from "./center/center-props.ts";
export type { CenterReport } from "./center/reports.ts";
export { SecurityCenter } from "./center/security-center.tsx";

"use client";
// Room: react. Views of the machine; it gets its adapter as a prop and its looks from the host's stylesheet.
export type { GuardError, Session, Settings } from "@guard/contract";
export type { State, Step, UserEvent } from "@guard/machine";
export type { MessageKey, Messages } from "@guard/locales";
export { Guard } from "./guard.tsx";
export type { GuardProps, LinkTarget, LoginProps } from "./guard-props.ts";
export { GuardProvider, type GuardProviderProps } from "./guard-provider.tsx";
export type { MessageOverrides } from "./i18n/create-i18n.ts";
export type { ClassName, ClassNames, Part, PartProps, PartState, Status } from "./parts.ts";
export type { GuardReport } from "./runtime/reports.ts";
export type { CountryOption, CountrySelectProps, IconName, IconProps, NoExtras, SlotContract, SlotExtras, SlotName, Slots, SlotsProps, SpinnerProps, TitleProps } from "./slots.ts";
export type { Theme } from "./theme.ts";
export { useCodeField, type CodeField, type CodeFieldOptions, type CodeProblem } from "./use-code-field.ts";
export { useGuard, type GuardSnapshot } from "./use-guard.ts";
export { useSecondsUntil } from "./use-now.ts";

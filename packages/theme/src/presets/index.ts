import type { ThemeInput } from "../theme-input.ts";
import { highContrast } from "./high-contrast.ts";
import { mono } from "./mono.ts";
import { shadcn } from "./shadcn.ts";
import { sharp } from "./sharp.ts";
import { soft } from "./soft.ts";

/** A preset's name, and its CSS file's. */
export type PresetName = "default" | "mono" | "soft" | "sharp" | "high-contrast" | "shadcn";

/** Looks to begin with: `createTheme({ ...presets.soft, accent: "#0a7755" })`, or `@guard/theme/presets/soft.css`. */
export const presets: Readonly<Record<PresetName, ThemeInput>> = { default: {}, mono, soft, sharp, "high-contrast": highContrast, shadcn };

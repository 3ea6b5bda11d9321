import type { ThemeInput } from "../theme-input.ts";

/** Black and white; colour is left to errors, success and the lock. */
export const mono: ThemeInput = {
  neutral: "#666666",
  radius: "6px",
  light: { accent: "#171717", colorCanvas: "#fafafa" },
  dark: { accent: "#ededed", colorCanvas: "#000000", colorSurface: "#0a0a0a" },
};

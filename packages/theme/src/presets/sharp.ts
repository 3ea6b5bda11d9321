import type { ThemeInput } from "../theme-input.ts";

/** Square corners, closer rows, no shadows: for consoles and back offices. */
export const sharp: ThemeInput = {
  neutral: "#5c6670",
  radius: "0px",
  density: 0.875,
  light: { accent: "#0b5fd9" },
  dark: { accent: "#79a9ff" },
  shadowCard: "none",
  shadowControl: "none",
};

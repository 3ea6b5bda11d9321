import type { ThemeInput } from "../theme-input.ts";

/** Text at 7:1 or more (WCAG 1.4.6), controls edged in the text's colour, a wider ring. */
export const highContrast: ThemeInput = {
  ringWidth: "3px",
  shadowCard: "none",
  shadowControl: "none",
  light: {
    accent: "#0a2a9e",
    danger: "#9b0f06",
    success: "#005a2b",
    warning: "#6b3f00",
    colorCanvas: "#ffffff",
    colorSurface: "#ffffff",
    colorSubtle: "#f0f0f0",
    colorText: "#000000",
    colorTextMuted: "#333333",
    colorBorder: "#595959",
    colorControlBorder: "#000000",
  },
  dark: {
    accent: "#ffe45c",
    danger: "#ffb3ab",
    success: "#8ff0bd",
    warning: "#ffd58a",
    colorCanvas: "#000000",
    colorSurface: "#000000",
    colorSubtle: "#1f1f1f",
    colorText: "#ffffff",
    colorTextMuted: "#d6d6d6",
    colorBorder: "#a6a6a6",
    colorControlBorder: "#ffffff",
  },
};

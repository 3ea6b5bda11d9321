import type { ThemeInput } from "../theme-input.ts";

/** Round and roomy, violet on warm greys. */
export const soft: ThemeInput = {
  neutral: "#6b6375",
  radius: "14px",
  density: 1.125,
  light: { accent: "#6d46d6" },
  dark: { accent: "#b9a3ff" },
  shadowCard: "0 2px 4px light-dark(#2d1b6908, #0000), 0 16px 40px -12px light-dark(#2d1b6929, #0000)",
};

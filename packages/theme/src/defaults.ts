import type { ThemeColorKey } from "./theme-input.ts";

/** The default of each colour: in light, in dark. What css/tokens.css says; a test compares. */
export const defaults: Readonly<Record<ThemeColorKey, readonly [light: string, dark: string]>> = {
  accent: ["#3452db", "#8ea2ff"],
  neutral: ["#5b6472", "#5b6472"],
  danger: ["#c3281c", "#ff8b80"],
  success: ["#18794e", "#5fd39b"],
  warning: ["#8a5300", "#f5b95c"],
  colorCanvas: ["#f6f7f9", "#0b0d11"],
  colorSurface: ["#ffffff", "#14171c"],
  colorSubtle: ["#f1f3f6", "#1d2128"],
  colorText: ["#15181e", "#f2f4f7"],
  colorTextMuted: ["#5b6472", "#a2abb9"],
  colorBorder: ["#d9dde3", "#2a2f38"],
  colorControlBorder: ["#868e9b", "#6c7585"],
  colorPrimary: ["#3452db", "#8ea2ff"],
  colorPrimaryHover: ["#2943bd", "#a9b8ff"],
  colorPrimaryText: ["#ffffff", "#0d1230"],
  colorLink: ["#3452db", "#a9b8ff"],
  colorRing: ["#3452db", "#8ea2ff"],
  colorDanger: ["#c3281c", "#ff8b80"],
  colorDangerSurface: ["#fdf1f0", "#2c1614"],
  colorSuccess: ["#18794e", "#5fd39b"],
  colorSuccessSurface: ["#eef8f2", "#10241a"],
  colorWarning: ["#8a5300", "#f5b95c"],
  colorWarningSurface: ["#fff6e5", "#2a1f0b"],
};

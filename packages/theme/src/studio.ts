import { toDesignTokens } from "./design-tokens.ts";
import { reportOf } from "./report.ts";
import { plainTheme, type JudgedTheme } from "./theme.ts";
import type { ThemeInput } from "./theme-input.ts";

export type { DesignToken, DesignTokens } from "./design-tokens.ts";
export type { ThemeFault, ThemeFaultCode } from "./faults.ts";
export { fromDesignTokens, isDesignTokens, type ReadTokens } from "./read-design-tokens.ts";
export type { Contrast, ThemeReport } from "./report.ts";
export type { JudgedTheme, Theme } from "./theme.ts";
export type { Scheme, SchemeColors, ThemeColorKey, ThemeInput, ThemeKey, ThemeVar } from "./theme-input.ts";

/** `createTheme()` with its report and its design tokens in every build: for editors, scripts and tests. It prints nothing. */
export function createTheme(input: ThemeInput = {}): JudgedTheme {
  let report: JudgedTheme["report"] | undefined;
  return {
    ...plainTheme(input),
    get report() {
      report ??= reportOf(input);
      return report;
    },
    toDTCG: () => toDesignTokens(input),
  };
}

import type { DesignTokens } from "./design-tokens.ts";
import type { ThemeReport } from "./report.ts";
import type { ThemeInput } from "./theme-input.ts";
import { themeVars } from "./theme-vars.ts";

/** A theme, to be handed to `<Guard theme>`, written into a stylesheet or kept as JSON. */
export interface Theme {
  /** Custom properties for the root's style: what was set and what follows from it. */
  readonly vars: Readonly<Record<`--guard-${string}`, string>>;
  /** A stylesheet for the roots inside of the selector, `:root` by default. */
  toCSS(selector?: string): string;
  /** What `createTheme` was given; `createTheme(JSON.parse(text))` is the same theme. */
  toJSON(): ThemeInput;
}

/** A theme with what designers and tools ask of it. */
export interface JudgedTheme extends Theme {
  /** Twenty pairs in light and in dark, and what is wrong with the input. */
  readonly report: ThemeReport;
  /** Every token with its value, as Design Tokens 2025.10. */
  toDTCG(): DesignTokens;
}

const seedVars = new Set(["accent", "neutral", "danger", "success", "warning", "radius", "space", "font", "font-mono", "text", "density", "motion"].map((name) => `--guard-${name}`));

const rule = (selector: string, lines: readonly (readonly [string, string])[]): string =>
  lines.length === 0 ? "" : `${selector} {\n${lines.map(([name, value]) => `  ${name}: ${value};\n`).join("")}}\n`;

// var() is read where it is declared, and .dark may stand further in; so is light-dark() once a bundler has lowered it to var().
const isInherited = ([name, value]: readonly [string, string]): boolean => seedVars.has(name) && !/\b(var|light-dark)\(/.test(value);

/** Plain seeds where the selector says, for they are inherited; all else on the roots in it, which declare tokens anew. */
function css(vars: Theme["vars"], selector: string): string {
  if (/[{};]/.test(selector)) throw new TypeError(`toCSS() was given ${JSON.stringify(selector)}, which is more than a selector. Pass a selector such as "[data-brand=acme]".`);
  const lines = Object.entries(vars);
  const roots = ":where([data-guard], [data-guard-page])";
  const inside = selector === ":root" ? "[data-guard], [data-guard-page]" : `:is(${selector})${roots}, :is(${selector}) ${roots}`;
  return rule(selector === ":root" ? ":where(:root)" : selector, lines.filter(isInherited)) + rule(inside, lines.filter((line) => !isInherited(line)));
}

/** A theme without a report. */
export function plainTheme(input: ThemeInput): Theme {
  const vars = themeVars(input);
  return { vars, toCSS: (selector = ":root") => css(vars, selector), toJSON: () => structuredClone(input) };
}

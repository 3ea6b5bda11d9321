import { camel } from "./camel.ts";
import { cascade, type Colors } from "./cascade.ts";
import { checkInput } from "./check-input.ts";
import type { ThemeFault } from "./faults.ts";
import { dim, lift, luminanceOf, ratioOf, toHex, type Linear } from "./linear.ts";
import { pairs, type Pair } from "./pairs.ts";
import type { Scheme, ThemeColorKey, ThemeInput } from "./theme-input.ts";

/** A pair in one scheme. */
export interface Contrast extends Pair {
  /** `color-text on color-surface`. */
  readonly name: string;
  readonly scheme: Scheme;
  /** Both colours as `#rrggbb`; undefined where only the page knows them, as with `var(--yours)`. */
  readonly colors: readonly [front: string, back: string] | undefined;
  /** WCAG's ratio, 1 to 21. */
  readonly ratio: number | undefined;
  /** Undefined where it can't be judged. */
  readonly passes: boolean | undefined;
}

/** What a theme is worth: twenty pairs in light and in dark, and what is wrong. */
export interface ThemeReport {
  readonly contrasts: readonly Contrast[];
  readonly faults: readonly ThemeFault[];
  /** Whether nothing is wrong. */
  readonly passes: boolean;
}

const key = (token: string): ThemeColorKey => camel(token) as ThemeColorKey;

function judge(pair: Pair, scheme: Scheme, colors: Colors): Contrast {
  const [front, back] = [colors[key(pair.front)], colors[key(pair.back)]];
  const name = `${pair.front} on ${pair.back}`;
  if (!front || !back) return { ...pair, name, scheme, colors: undefined, ratio: undefined, passes: undefined };
  const ratio = ratioOf(front, back);
  return { ...pair, name, scheme, colors: [toHex(front), toHex(back)], ratio, passes: ratio >= pair.least };
}

/** The front as it would have to be: darker where there is room below the back, lighter otherwise. */
function remedyOf(front: Linear, back: Linear, least: number): string {
  const margin = least * 1.02;
  const [below, above] = [(luminanceOf(back) + 0.05) / margin - 0.05, (luminanceOf(back) + 0.05) * margin - 0.05];
  const darker = below >= 0 && (luminanceOf(front) <= luminanceOf(back) || above > 1);
  return darker ? `${toHex(dim(front, below))} or darker` : `${toHex(lift(front, Math.min(1, above)))} or lighter`;
}

function faultOf({ name, scheme, front, back, least, ratio = 0 }: Contrast, colors: Colors): ThemeFault[] {
  const [one, other] = [colors[key(front)], colors[key(back)]];
  if (!one || !other) return [];
  const why = least === 4.5 ? "Text needs 4.5:1, or people with low vision can't read it (WCAG 1.4.3)" : "What is not text needs 3:1, or people with low vision can't find it (WCAG 1.4.11)";
  const at = `${scheme}.${camel(front)}`;
  // Down, never up: 4.496 must not read as the 4.5 that it misses.
  const shown = Math.floor(ratio * 100) / 100;
  return [{ code: "contrast_low", key: at, scheme, message: `${name} is ${shown}:1 in ${scheme}. ${why}. Set ${at} to ${remedyOf(one, other, least)}, or change ${camel(back)}.` }];
}

/** Judges a theme in both schemes. */
export function reportOf(input: ThemeInput): ThemeReport {
  const schemes = (["light", "dark"] as const).map((scheme) => ({ scheme, colors: cascade(input, scheme) }));
  const judged = schemes.flatMap(({ scheme, colors }) => pairs.map((pair) => ({ contrast: judge(pair, scheme, colors), colors })));
  const low = judged.flatMap(({ contrast, colors }) => (contrast.passes === false ? faultOf(contrast, colors) : []));
  const faults = [...checkInput(input), ...low];
  return { contrasts: judged.map(({ contrast }) => contrast), faults, passes: faults.length === 0 };
}

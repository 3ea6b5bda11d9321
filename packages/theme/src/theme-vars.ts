import { kebab } from "./camel.ts";
import { defaults } from "./defaults.ts";
import { isRecord } from "./is-record.ts";
import { isSafe, looksLikeColor } from "./safe-value.ts";
import type { Scheme, ThemeColorKey, ThemeInput } from "./theme-input.ts";

/** What follows from a semantic colour that is set without its companions. Seeds need none of this: css/tokens.css does it. */
const companions: readonly (readonly [of: ThemeColorKey, key: ThemeColorKey, css: string])[] = [
  ["colorPrimary", "colorPrimaryText", onColor("(0.1791 - y)")],
  ["colorPrimary", "colorPrimaryHover", `color-mix(in srgb, var(--guard-color-primary) 84%, ${onColor("(y - 0.1791)")})`],
  ["colorDanger", "colorDangerSurface", "color-mix(in srgb, var(--guard-color-danger) 8%, var(--guard-color-surface))"],
  ["colorSuccess", "colorSuccessSurface", "color-mix(in srgb, var(--guard-color-success) 8%, var(--guard-color-surface))"],
  ["colorWarning", "colorWarningSurface", "color-mix(in srgb, var(--guard-color-warning) 8%, var(--guard-color-surface))"],
];

/** White where the number is above zero, black where it is below. */
function onColor(sign: string): string {
  const bit = `clamp(0, ${sign} * 1e6, 1)`;
  return `color(from var(--guard-color-primary) xyz-d65 calc(0.9505 * ${bit}) ${bit} calc(1.089 * ${bit}))`;
}

const isColorKey = (key: string): key is ThemeColorKey => Object.hasOwn(defaults, key);

/** Whether a value can be said in CSS. What can't is left out, and the cascade speaks. */
export const isSayable = (key: string, value: unknown): value is string | number =>
  typeof value === "number" ? Number.isFinite(value) : typeof value === "string" && isSafe(value) && (!isColorKey(key) || looksLikeColor(value));

/** What a colour is in the scheme where the theme says nothing: the cascade's own word, for a token; a seed has its default. */
const unsaid = (key: ThemeColorKey, scheme: Scheme): string => {
  const [light, dark] = defaults[key];
  return key.startsWith("color") ? `var(--_${kebab(key).slice(6)}, light-dark(${light}, ${dark}))` : scheme === "light" ? light : dark;
};

function colorOf(input: ThemeInput, key: ThemeColorKey): string | undefined {
  const said = (value: string | undefined): string | undefined => (isSayable(key, value) ? value : undefined);
  const [light, dark] = [said(input.light?.[key]) ?? said(input[key]), said(input.dark?.[key]) ?? said(input[key])];
  if (light === undefined && dark === undefined) return undefined;
  return light === dark ? light : `light-dark(${light ?? unsaid(key, "light")}, ${dark ?? unsaid(key, "dark")})`;
}

function plainOf(both: object, key: string): string | undefined {
  const value: unknown = both[key as keyof typeof both];
  return isSayable(key, value) ? String(value) : undefined;
}

/** Custom properties of a theme: what was set and what follows from it. */
export function themeVars(input: ThemeInput): Record<`--guard-${string}`, string> {
  const { light, dark, ...both } = input;
  const keysOf = (side: unknown): string[] => (isRecord(side) ? Object.keys(side) : []);
  const vars: Record<`--guard-${string}`, string> = {};
  for (const key of new Set([both, light, dark].flatMap(keysOf))) {
    const value = isColorKey(key) ? colorOf(input, key) : plainOf(both, key);
    if (value !== undefined) vars[`--guard-${kebab(key)}`] = value;
  }
  for (const [of, key, css] of companions) if (`--guard-${kebab(of)}` in vars) vars[`--guard-${kebab(key)}`] ??= css;
  return vars;
}

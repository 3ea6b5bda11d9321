import { camel } from "./camel.ts";
import { cascade } from "./cascade.ts";
import { toHex, toSrgb, type Linear } from "./linear.ts";
import { constants, measures } from "./measures.ts";
import type { Scheme, ThemeColorKey, ThemeInput } from "./theme-input.ts";
import { tokens } from "./tokens.ts";

/** One token of Design Tokens 2025.10. */
export interface DesignToken {
  readonly $type: "color" | "dimension" | "fontFamily" | "number" | "duration" | "cubicBezier";
  readonly $value: unknown;
  readonly $description: string;
}

/** A theme as Design Tokens 2025.10: what is one in both schemes, and a group each for light and dark. */
export interface DesignTokens {
  readonly $description: string;
  /** What Design Tokens can't say: the host's variables, shadows. Read again by `guard-theme build`. */
  readonly $extensions?: { readonly "guard.css": ThemeInput };
  readonly base: Readonly<Record<string, DesignToken>>;
  readonly light: Readonly<Record<string, DesignToken>>;
  readonly dark: Readonly<Record<string, DesignToken>>;
}

type Value = Pick<DesignToken, "$type" | "$value">;

/** As a screen shows it: hex and components say the same. */
const colorValue = (color: Linear): Value => {
  const components = toSrgb(color).map((value) => Math.round((Math.round(value * 255) / 255) * 1e4) / 1e4);
  return { $type: "color", $value: { colorSpace: "srgb", components, hex: toHex(color) } };
};

const families = (text: string): string[] => text.split(",").map((name) => name.trim().replace(/^["']|["']$/g, ""));

function plainValue(kind: string, text: string | number): Value | undefined {
  if (kind === "number") return { $type: "number", $value: Number(text) };
  if (kind === "font") return /\(/.test(String(text)) ? undefined : { $type: "fontFamily", $value: families(String(text)) };
  const [, time, unit] = /^([\d.]+)(m?s)$/.exec(String(text)) ?? [];
  if (kind === "duration" && time !== undefined) return { $type: "duration", $value: { value: Number(time), unit } };
  const curve = /^cubic-bezier\((.+)\)$/.exec(String(text))?.[1];
  return kind === "easing" && curve !== undefined ? { $type: "cubicBezier", $value: curve.split(",").map(Number) } : undefined;
}

function baseTokens(input: ThemeInput): Record<string, DesignToken> {
  const lengths = measures(input);
  const entries = tokens.flatMap(({ name, kind, says }) => {
    const key = camel(name);
    const text = input[key as "ease"] ?? constants[key];
    const length = kind === "length" ? lengths[key] : undefined;
    const value = length ? { $type: "dimension" as const, $value: length } : text === undefined ? undefined : plainValue(kind, text);
    return value ? [[name, { ...value, $description: says }] as const] : [];
  });
  return Object.fromEntries(entries);
}

function schemeTokens(input: ThemeInput, scheme: Scheme): Record<string, DesignToken> {
  const colors = cascade(input, scheme);
  const entries = tokens.flatMap(({ name, kind, says }) => {
    const color = kind === "color" ? colors[camel(name) as ThemeColorKey] : undefined;
    return color ? [[name, { ...colorValue(color), $description: says }] as const] : [];
  });
  return Object.fromEntries(entries);
}

const missing = (entries: object, said: object): [string, unknown][] => Object.entries(entries).filter(([key, value]) => value !== undefined && typeof value !== "object" && !Object.keys(said).map(camel).includes(key));

/** What was set and did not fit into the groups. */
function cssOnly(input: ThemeInput, { base, light, dark }: Omit<DesignTokens, "$description">): ThemeInput {
  const both = { ...base, ...(Object.keys(light).length < Object.keys(dark).length ? light : dark) };
  const rest = Object.fromEntries(missing(input, both));
  const schemes = (["light", "dark"] as const).flatMap((scheme) => {
    const own = missing(input[scheme] ?? {}, scheme === "light" ? light : dark);
    return own.length === 0 ? [] : [[scheme, Object.fromEntries(own)] as const];
  });
  return { ...rest, ...Object.fromEntries(schemes) };
}

/** Every token of a theme, resolved. */
export function toDesignTokens(input: ThemeInput): DesignTokens {
  const groups = { base: baseTokens(input), light: schemeTokens(input, "light"), dark: schemeTokens(input, "dark") };
  const rest = cssOnly(input, groups);
  const extensions = Object.keys(rest).length === 0 ? {} : { $extensions: { "guard.css": rest } };
  return { $description: "A theme of Guard, Design Tokens 2025.10.", ...extensions, ...groups };
}

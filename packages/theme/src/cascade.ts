import { black, dim, lift, luminanceOf, mix, shine, white, type Linear } from "./linear.ts";
import { readColor } from "./read-color.ts";
import { defaults } from "./defaults.ts";
import { isSayable } from "./theme-vars.ts";
import type { Scheme, ThemeColorKey, ThemeInput } from "./theme-input.ts";

/** Every colour of a theme in one scheme; undefined where only the page knows it. */
export type Colors = Readonly<Record<ThemeColorKey, Linear | undefined>>;

type Color = Linear | undefined;
type Read = (key: ThemeColorKey) => Color;

const map = (color: Color, change: (color: Linear) => Linear): Color => color && change(color);

/** [light, dark] luminance of what comes of the neutral. */
const greys = {
  colorCanvas: [0.93, 0.004],
  colorSurface: [1, 0.0085],
  colorSubtle: [0.89, 0.015],
  colorText: [0.009, 0.9],
  colorTextMuted: [0.125, 0.4],
  colorBorder: [0.72, 0.028],
  colorControlBorder: [0.25, 0.18],
} as const;

/** [seed, most in light, least in dark] of what comes of the other seeds. */
const bounds = {
  colorPrimary: ["accent", 0.24, 0.15],
  colorRing: ["accent", 0.24, 0.15],
  colorLink: ["accent", 0.16, 0.3],
  colorDanger: ["danger", 0.13, 0.33],
  colorSuccess: ["success", 0.13, 0.33],
  colorWarning: ["warning", 0.13, 0.33],
} as const;

const tints = { colorDangerSurface: "colorDanger", colorSuccessSurface: "colorSuccess", colorWarningSurface: "colorWarning" } as const;

const isLight = (color: Linear): boolean => luminanceOf(color) > 0.1791;
const textOn = (color: Linear): Linear => (isLight(color) ? black : white);
const hoverOf = (color: Linear): Linear => mix(color, 0.84, isLight(color) ? white : black);

/** What the cascade makes of the seeds for a token that nobody set. */
function derive(key: ThemeColorKey, scheme: Scheme, seed: Read, color: Read): Color {
  const side = scheme === "light" ? 0 : 1;
  const at = (luminance: number, of: Linear): Linear => (luminance === 1 ? white : shine(of, luminance));
  if (key in greys) return map(seed("neutral"), (grey) => at(greys[key as keyof typeof greys][side], grey));
  if (key in bounds) {
    const [of, most, least] = bounds[key as keyof typeof bounds];
    return map(seed(of), (one) => (scheme === "light" ? dim(one, most) : lift(one, least)));
  }
  if (key === "colorPrimaryText") return map(color("colorPrimary"), textOn);
  if (key === "colorPrimaryHover") return map(color("colorPrimary"), hoverOf);
  const [tone, surface] = [color(tints[key as keyof typeof tints]), color("colorSurface")];
  return tone && surface && mix(tone, 0.08, surface);
}

/** The seeds and tokens whose being set keeps a token from its default. */
const moves = (key: ThemeColorKey): readonly ThemeColorKey[] => {
  if (key in greys) return ["neutral"];
  if (key in bounds) return [bounds[key as keyof typeof bounds][0]];
  if (key in tints) return [bounds[tints[key as keyof typeof tints]][0], tints[key as keyof typeof tints]];
  return ["accent", "colorPrimary"];
};

/** The colours that css/tokens.css and a theme's variables give in one scheme. */
export function cascade(input: ThemeInput, scheme: Scheme): Colors {
  const said = (key: ThemeColorKey): string | undefined => [input[scheme]?.[key], input[key]].find((value): value is string => isSayable(key, value) && readColor(value) !== "unreadable");
  const isMoved = (key: ThemeColorKey): boolean => moves(key).some((one) => [input[one], input.light?.[one], input.dark?.[one]].some((value) => isSayable(one, value)));
  const known = (text: string): Color => {
    const color = readColor(text);
    return typeof color === "string" ? undefined : color;
  };
  const seed: Read = (key) => known(said(key) ?? defaults[key][scheme === "light" ? 0 : 1]);
  const color: Read = (key) => {
    const own = said(key);
    if (own !== undefined) return known(own);
    return isMoved(key) ? derive(key, scheme, seed, color) : seed(key);
  };
  const keys = Object.keys(defaults) as ThemeColorKey[];
  return Object.fromEntries(keys.map((key) => [key, key.startsWith("color") ? color(key) : seed(key)])) as Record<ThemeColorKey, Color>;
}

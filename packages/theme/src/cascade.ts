import { black, blend, dim, lift, luminanceOf, mix, shine, white, type Linear } from "./linear.ts";
import { readColor } from "./read-color.ts";
import { defaults } from "./defaults.ts";
import { isSayable } from "./theme-vars.ts";
import type { Scheme, ThemeColorKey, ThemeInput } from "./theme-input.ts";

/** Every colour of a theme in one scheme; undefined where only the page knows it. */
export type Colors = Readonly<Record<ThemeColorKey, Linear | undefined>>;

type Color = Linear | undefined;
type Read = (key: ThemeColorKey) => Color;

const map = (color: Color, change: (color: Linear) => Linear): Color => color && change(color);

/** What comes of the neutral, which stands at this luminance: in light, in dark, a share of it and what it is mixed with. */
const neutral = 0.125;
const greys = {
  colorCanvas: [0.08, white, 0.032, black],
  colorSurface: [0, white, 0.068, black],
  colorSubtle: [0.125, white, 0.12, black],
  colorText: [0.072, black, 0.12, white],
  colorTextMuted: [1, white, 0.685, white],
  colorBorder: [0.32, white, 0.224, black],
  colorControlBorder: [0.86, white, 0.94, white],
} as const;

function greyOf(key: keyof typeof greys, seed: Linear, scheme: Scheme): Linear {
  const [light, onto, dark, under] = greys[key];
  return scheme === "light" ? blend(shine(seed, neutral), light, onto) : blend(shine(seed, neutral), dark, under);
}

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
  if (key in greys) return map(seed("neutral"), (grey) => greyOf(key as keyof typeof greys, grey, scheme));
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

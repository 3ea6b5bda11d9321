/** An opaque colour as light: red, green and blue before gamma, 0 to 1. The arithmetic of css/tokens.css, for a report. */
export type Linear = readonly [red: number, green: number, blue: number];

export const white: Linear = [1, 1, 1];
export const black: Linear = [0, 0, 0];

const decode = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const encode = (value: number): number => (value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055);

const each = (color: Linear, change: (value: number, index: number) => number): Linear => [change(color[0], 0), change(color[1], 1), change(color[2], 2)];

/** From sRGB, 0 to 1. */
export const toLinear = (srgb: Linear): Linear => each(srgb, decode);

/** To sRGB, 0 to 1. */
export const toSrgb = (color: Linear): Linear => each(color, (value) => Math.min(1, Math.max(0, encode(value))));

/** WCAG's relative luminance. */
export const luminanceOf = ([red, green, blue]: Linear): number => 0.2126 * red + 0.7152 * green + 0.0722 * blue;

/** WCAG's contrast ratio. */
export const ratioOf = (one: Linear, other: Linear): number => {
  const [a, b] = [luminanceOf(one), luminanceOf(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
};

/** At most so luminous: a share of the same light. */
export const dim = (color: Linear, most: number): Linear => {
  const share = Math.min(1, most / Math.max(luminanceOf(color), Number.MIN_VALUE));
  return each(color, (value) => value * share);
};

/** At least so luminous: mixed with white, so that it never leaves the gamut. */
export const lift = (color: Linear, least: number): Linear => {
  const luminance = luminanceOf(color);
  const share = luminance >= least ? 0 : (least - luminance) / (1 - luminance);
  return each(color, (value) => value + (1 - value) * share);
};

/** Exactly so luminous. */
export const shine = (color: Linear, luminance: number): Linear => lift(dim(color, luminance), luminance);

/** `color-mix(in xyz-d65, color part, other)`: light itself is mixed. */
export const blend = (color: Linear, part: number, other: Linear): Linear => each(color, (value, index) => value * part + (other[index] ?? 0) * (1 - part));

/** `color-mix(in srgb, color part, other)`. */
export const mix = (color: Linear, part: number, other: Linear): Linear => {
  const [front, back] = [toSrgb(color), toSrgb(other)];
  return toLinear(blend(front, part, back));
};

/** `#rrggbb`, rounded as a screen does. */
export const toHex = (color: Linear): string => `#${toSrgb(color).map((value) => Math.round(value * 255).toString(16).padStart(2, "0")).join("")}`;

import { colord, extend } from "colord";
import oklch from "colord/plugins/oklch";
import { toLinear, type Linear } from "./linear.ts";

/** An opaque colour, or why there is none: not a colour at all, one that only a page knows (`var()`, another space), or one that hangs on what is behind it. */
export type Read = Linear | "unreadable" | "elsewhere" | "translucent";

// Colours of other spaces and of the host's variables are sayable and can't be judged here.
const elsewhere = /^(var|light-dark|color-mix|color|lab|lch|oklab|hwb|env|device-cmyk)\(/i;

/** Reads hex, `rgb()`, `hsl()` and `oklch()`. */
export function readColor(text: string): Read {
  if (elsewhere.test(text) || /\b(var|calc|from)\b/i.test(text)) return "elsewhere";
  extend([oklch]);
  const color = colord(text);
  if (!color.isValid()) return "unreadable";
  const { r, g, b, a } = color.rgba;
  return a < 1 ? "translucent" : toLinear([r / 255, g / 255, b / 255]);
}

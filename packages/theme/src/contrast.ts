import { luminanceOf, toLinear, type Linear } from "./linear.ts";

const parse = (hex: string): Linear => {
  const digits = /^#(?:([\da-f]{3})|([\da-f]{6}))$/i.exec(hex.trim());
  if (!digits) throw new TypeError(`contrast() reads #rgb and #rrggbb, got "${hex}".`);
  const full = digits[2] ?? (digits[1] ?? "").replace(/./g, "$&$&");
  const at = (start: number) => Number.parseInt(full.slice(start, start + 2), 16) / 255;
  return toLinear([at(0), at(2), at(4)]);
};

/** Relative luminance of an opaque hex colour, 0 to 1 (WCAG 2). */
export const luminance = (hex: string): number => luminanceOf(parse(hex));

/** WCAG 2 contrast ratio of two opaque hex colours, 1 to 21. The order does not matter. */
export const contrast = (one: string, other: string): number => {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
};

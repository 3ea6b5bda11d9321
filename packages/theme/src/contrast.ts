const channel = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);

const parse = (hex: string): [number, number, number] => {
  const digits = /^#(?:([\da-f]{3})|([\da-f]{6}))$/i.exec(hex.trim());
  if (!digits) throw new TypeError(`contrast() reads #rgb and #rrggbb, got "${hex}".`);
  const full = digits[2] ?? (digits[1] ?? "").replace(/./g, "$&$&");
  const at = (start: number) => Number.parseInt(full.slice(start, start + 2), 16) / 255;
  return [at(0), at(2), at(4)];
};

/** Relative luminance of an opaque hex colour, 0 to 1 (WCAG 2). */
export const luminance = (hex: string): number => {
  const [red, green, blue] = parse(hex);
  return 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue);
};

/** WCAG 2 contrast ratio of two opaque hex colours, 1 to 21. The order does not matter. */
export const contrast = (one: string, other: string): number => {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
};

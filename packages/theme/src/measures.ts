import type { SemanticKey, ThemeInput } from "./theme-input.ts";

/** A length as Design Tokens say it. */
export interface Dimension {
  readonly value: number;
  readonly unit: "px" | "rem";
}

const rem = (value: number): Dimension => ({ value, unit: "rem" });
const px = (value: number): Dimension => ({ value, unit: "px" });

/** Reads `8px`, `0.5rem`; undefined for what only a page can measure, and for what is no length. */
export function readDimension(text: unknown): Dimension | undefined {
  const [, value, unit] = /^(-?[\d.]+)(px|rem)$/.exec(String(text).trim()) ?? [];
  return value === undefined ? undefined : { value: Number(value), unit: unit as Dimension["unit"] };
}

/** What tokens.css says of what is no colour and no length, unless somebody sets it. */
export const constants: Readonly<Record<string, string | number>> = { density: 1, motion: 1, durationFast: "120ms", durationBase: "200ms", ease: "cubic-bezier(0.2, 0, 0, 1)" };

const round = (value: number): number => Math.round(value * 1e4) / 1e4;
const times = (one: Dimension | undefined, factor: number): Dimension | undefined => one && { ...one, value: round(one.value * factor) };

const steps = { space1: 1, space2: 2, space3: 3, space4: 4, space5: 5, space6: 6, space7: 8, space8: 10 };
const fixed = { cardWidth: rem(25), radiusFull: px(999), ringWidth: px(2), ringOffset: px(2), codeBoxSize: rem(2.75), codeBoxHeight: rem(3.25), codeGap: rem(0.5), codeFont: rem(1.375) };

/** The lengths that css/tokens.css makes of the seeds; a token that is set alone stands for itself. */
export function measures(input: ThemeInput): Readonly<Record<string, Dimension | undefined>> {
  const seed = (key: "space" | "radius" | "text", otherwise: Dimension): Dimension | undefined => (input[key] === undefined ? otherwise : readDimension(input[key]));
  const [space, radius, text, density] = [seed("space", rem(0.25)), seed("radius", px(8)), seed("text", rem(0.9375)), input.density ?? 1];
  const made = {
    space,
    radius,
    text,
    ...Object.fromEntries(Object.entries(steps).map(([key, step]) => [key, times(space, step * density)])),
    radiusControl: radius,
    radiusCard: times(radius, 2),
    radiusBox: times(radius, 1.25),
    cardPadding: rem(round(2 * density)),
    controlHeight: rem(Math.max(2.5, round(2.75 * density))),
    textTitle: times(text, 22 / 15),
    textBody: text,
    textLabel: times(text, 14 / 15),
    textSmall: times(text, 13 / 15),
    ...fixed,
  };
  const own = Object.keys(made).flatMap((key) => {
    const value = input[key as SemanticKey];
    return typeof value === "string" ? [[key, readDimension(value)] as const] : [];
  });
  return { ...made, ...Object.fromEntries(own) };
}

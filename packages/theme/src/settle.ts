import { cascade, type Colors } from "./cascade.ts";
import { camel } from "./camel.ts";
import { defaults } from "./defaults.ts";
import { toHex } from "./linear.ts";
import { constants, measures } from "./measures.ts";
import { readColor } from "./read-color.ts";
import type { Scheme, ThemeColorKey, ThemeInput } from "./theme-input.ts";
import { seeds, tokens } from "./tokens.ts";

const schemes = ["light", "dark"] as const;
const seedKeys = new Set<string>(seeds.map(({ name }) => camel(name)));

const hexOf = (text: string): string => {
  const color = readColor(text);
  return typeof color === "string" ? text : toHex(color);
};

const said = (input: ThemeInput, key: ThemeColorKey, scheme: Scheme): string | undefined => input[scheme]?.[key] ?? input[key];

/** Whether a colour is in both schemes what would stand there without it. */
function isDerived(input: ThemeInput, key: ThemeColorKey, without: Readonly<Record<Scheme, Colors>>): boolean {
  return schemes.every((scheme) => {
    const own = said(input, key, scheme);
    const made = without[scheme][key];
    return own === undefined || (made !== undefined && hexOf(own) === toHex(made));
  });
}

const pick = (input: ThemeInput, keys: ReadonlySet<string>): ThemeInput => {
  const of = (side: object = {}): object => Object.fromEntries(Object.entries(side).filter(([key]) => keys.has(key)));
  const { light, dark, ...both } = input;
  return { ...of(both), light: of(light), dark: of(dark) };
};

function isDerivedMeasure(input: ThemeInput, key: string): boolean {
  const value = input[key as "ease"] as string | number;
  if (key in constants) return value === constants[key];
  const own = seedKeys.has(key) ? {} : pick(input, seedKeys);
  const made = measures(own)[key];
  return made !== undefined && value === `${made.value}${made.unit}`;
}

/** Without what follows from the rest, so that the cascade still follows the page: touch, motion, contrast. */
export function settle(input: ThemeInput): ThemeInput {
  const colors = new Set<string>(Object.keys(defaults));
  const { light: _light, dark: _dark, ...both } = input;
  const kept = new Set(Object.keys(both).filter((key) => !colors.has(key) && !isDerivedMeasure(input, key)));
  // In the order of the list, seeds first: what is kept decides what follows from it.
  for (const key of tokens.map(({ name }) => camel(name)).filter((name): name is ThemeColorKey => colors.has(name))) {
    const rest = pick(input, kept);
    if (!isDerived(input, key, { light: cascade(rest, "light"), dark: cascade(rest, "dark") })) kept.add(key);
  }
  return pick(input, new Set([...kept, ...unknownKeys(input)]));
}

/** Keys that are no tokens stay, to be told. */
function unknownKeys(input: ThemeInput): string[] {
  const known = new Set<string>(tokens.map(({ name }) => camel(name)));
  return [input, input.light ?? {}, input.dark ?? {}].flatMap(Object.keys).filter((key) => !known.has(key));
}

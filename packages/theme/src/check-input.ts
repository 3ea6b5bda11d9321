import { camel } from "./camel.ts";
import type { ThemeFault } from "./faults.ts";
import { isRecord } from "./is-record.ts";
import { readColor } from "./read-color.ts";
import { isSafe, looksLikeColor } from "./safe-value.ts";
import { tokens, type TokenKind } from "./tokens.ts";

const kinds = new Map<string, TokenKind>(tokens.map(({ name, kind }) => [camel(name), kind]));

const func = /^(var|calc|min|max|clamp|round)\(.+\)$/;
const shapes: Partial<Record<TokenKind, RegExp>> = {
  length: /^(0|-?(\d+\.?\d*|\.\d+)(px|rem|em|ch|ex|cqi|cqw|vi|vw|%))$/,
  number: /^(\d+\.?\d*|\.\d+)$/,
  duration: /^(0|(\d+\.?\d*|\.\d+)m?s)$/,
  easing: /^(linear|ease|ease-in|ease-out|ease-in-out|(cubic-bezier|linear|steps)\(.+\))$/,
};

const examples: Record<TokenKind, string> = {
  color: '"#0a7755", "rgb(10 119 85)", "oklch(0.5 0.12 160)" or "var(--yours)"',
  length: '"8px" or "0.5rem"',
  number: "1",
  font: '"Inter, sans-serif"',
  shadow: '"0 1px 2px #0000000a" or "none"',
  duration: '"120ms"',
  easing: '"cubic-bezier(0.2, 0, 0, 1)"',
};

/** The one colour that no pair asks anything of. */
const HAIRLINE = "colorBorder";

/** A token's name that was meant, by the letters they share. */
function nearest(key: string): string | undefined {
  const pairsOf = (word: string): Set<string> => new Set(Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2).toLowerCase()));
  const given = pairsOf(key);
  const likeness = (name: string): number => {
    const own = pairsOf(name);
    return (2 * [...own].filter((pair) => given.has(pair)).length) / (own.size + given.size);
  };
  const [best] = [...kinds.keys()].map((name) => ({ name, score: likeness(name) })).sort((one, other) => other.score - one.score);
  return best && best.score > 0.5 ? best.name : undefined;
}

function unknown(key: string, at: string): ThemeFault {
  const meant = nearest(key);
  const remedy = meant === undefined ? "docs/styling.md lists every token." : `Did you mean ${meant}?`;
  return { code: "unknown_token", key: at, message: `${at} is no token of Guard's, so nothing would use it. ${remedy}` };
}

const quote = (value: unknown): string => JSON.stringify(value) ?? String(value);

function checkColor(key: string, at: string, value: unknown): ThemeFault[] {
  const read = typeof value === "string" && isSafe(value) && looksLikeColor(value) ? readColor(value) : "unreadable";
  if (read === "unreadable") return [{ code: "not_a_color", key: at, message: `${at} is ${quote(value)}, which is no colour that Guard can read, so the default would stay. Write hex or a function: ${examples.color}.` }];
  if (read !== "translucent" || key === HAIRLINE) return [];
  return [{ code: "contrast_unknown", key: at, message: `${at} is ${quote(value)}, which is translucent: what is read there hangs on what lies behind it, and nobody can say whether it can be. Write the colour that is seen, without alpha: "#5b6472".` }];
}

function checkValue(key: string, at: string, kind: TokenKind, value: unknown): ThemeFault[] {
  if (kind === "color") return checkColor(key, at, value);
  const text = String(value).trim();
  const isText = typeof value === "string" || (typeof value === "number" && kind === "number");
  if (isText && isSafe(text) && (func.test(text) || (shapes[kind]?.test(text) ?? true))) return [];
  return [{ code: "not_a_value", key: at, message: `${at} is ${quote(value)}, which is no ${kind} in CSS, so parts that use ${key} would lose theirs. Write ${examples[kind]}.` }];
}

function checkEntry([key, value]: readonly [string, unknown], scheme: string): ThemeFault[] {
  if (value === undefined) return [];
  const at = `${scheme}${key}`;
  const kind = kinds.get(key);
  if (kind === undefined) return [unknown(key, at)];
  if (scheme !== "" && kind !== "color") return [{ code: "not_a_value", key: at, message: `${at} is a ${kind}, and only colours differ between light and dark. Set ${key} outside of ${scheme.slice(0, -1)}.` }];
  return checkValue(key, at, kind, value);
}

/** What is wrong with what was written, colour by colour and token by token; contrast is judged elsewhere. */
export function checkInput(input: object): ThemeFault[] {
  return Object.entries(input).flatMap(([key, value]: [string, unknown]) => {
    if (key !== "light" && key !== "dark") return checkEntry([key, value], "");
    if (value === undefined) return [];
    if (!isRecord(value)) return [{ code: "not_a_value" as const, key, message: `${key} is ${quote(value)}, and holds the colours of one scheme. Write { "accent": "#8ea2ff" }.` }];
    return Object.entries(value).flatMap((entry) => checkEntry(entry, `${key}.`));
  });
}

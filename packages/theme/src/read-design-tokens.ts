import { camel } from "./camel.ts";
import { cssValueOf } from "./css-value.ts";
import type { ThemeFault } from "./faults.ts";
import { isRecord } from "./is-record.ts";
import { settle } from "./settle.ts";
import type { ThemeInput } from "./theme-input.ts";
import { tokens } from "./tokens.ts";

type Json = Readonly<Record<string, unknown>>;

/** A theme out of Design Tokens, and what of them could not be read. */
export interface ReadTokens {
  readonly input: ThemeInput;
  readonly faults: readonly ThemeFault[];
}

/** Whether a JSON file holds Design Tokens; otherwise it is a theme as `toJSON()` writes it. */
export const isDesignTokens = (value: unknown): boolean => isRecord(value) && ("$value" in value || Object.values(value).some(isDesignTokens));

interface Leaf {
  readonly path: readonly string[];
  readonly type: unknown;
  readonly value: unknown;
}

/** Every token with its path; a group's `$type` is its tokens'. */
function leaves(group: Json, path: readonly string[] = [], inherited?: unknown): Leaf[] {
  const type = group["$type"] ?? inherited;
  if ("$value" in group) return [{ path, type, value: group["$value"] }];
  return Object.entries(group).flatMap(([name, value]) => (name.startsWith("$") || !isRecord(value) ? [] : leaves(value, [...path, name], type)));
}

const referenceIn = (value: unknown): string | undefined => (typeof value === "string" ? /^\{(.+)\}$/.exec(value)?.[1] : undefined);

/** Follows `{light.color-primary}` to a value; undefined where it leads nowhere or in a circle. */
function follow(leaf: Leaf, all: ReadonlyMap<string, Leaf>, seen: ReadonlySet<string> = new Set()): Leaf | undefined {
  const name = referenceIn(leaf.value);
  if (name === undefined) return leaf;
  const next = all.get(name);
  return next && !seen.has(name) ? follow({ ...next, type: leaf.type ?? next.type }, all, new Set([...seen, name])) : undefined;
}

const fault = (key: string, message: string): ThemeFault => ({ code: "not_a_value", key, message: `${key} ${message}` });

const known = new Set<string>(tokens.map(({ name }) => name));

/** A palette that others refer to is no token of ours, and no typing error either. */
function isPalette({ path }: Leaf, found: readonly Leaf[]): boolean {
  return !known.has(path.slice(-1).join()) && !known.has(path.join("-")) && found.some(({ value }) => referenceIn(value) === path.join("."));
}

const schemes = new Set(["light", "dark"]);

function readLeaf(leaf: Leaf, all: ReadonlyMap<string, Leaf>): { readonly scheme: string; readonly key: string; readonly value?: string | number; readonly faults: ThemeFault[] } {
  const [first = "", ...rest] = leaf.path;
  const scheme = schemes.has(first) ? first : "";
  const names = scheme !== "" || first === "base" || first === "guard" ? rest : leaf.path;
  const key = camel(names.join("-"));
  const at = leaf.path.join(".");
  const end = follow(leaf, all);
  if (!end) return { scheme, key, faults: [fault(at, `is ${JSON.stringify(leaf.value)}, which leads to no token of this file. Name one by its whole path, such as "{light.color-primary}".`)] };
  const value = cssValueOf(end.type, end.value);
  if (value === undefined) return { scheme, key, faults: [fault(at, `is ${JSON.stringify(end.value)}, which is no ${typeof end.type === "string" ? end.type : "token with a $type"} of Design Tokens 2025.10 that Guard reads. Write a color, dimension, fontFamily, number, duration or cubicBezier.`)] };
  return { scheme, key, value, faults: [] };
}

/** Reads Design Tokens 2025.10: groups `light` and `dark`, all else for both; `color.primary.hover` is `color-primary-hover`. */
export function fromDesignTokens(document: Json): ReadTokens {
  const found = leaves(document);
  const all = new Map(found.map((leaf) => [leaf.path.join("."), leaf]));
  const read = found.filter((leaf) => !isPalette(leaf, found)).map((leaf) => readLeaf(leaf, all));
  const of = (scheme: string): object => Object.fromEntries(read.flatMap((one) => (one.scheme === scheme && one.value !== undefined ? [[one.key, one.value]] : [])));
  const extensions = isRecord(document["$extensions"]) ? document["$extensions"]["guard.css"] : undefined;
  const css = isRecord(extensions) ? extensions : {};
  const side = (scheme: "light" | "dark"): object => ({ ...of(scheme), ...(isRecord(css[scheme]) ? css[scheme] : {}) });
  const input = settle({ ...of(""), ...css, light: side("light"), dark: side("dark") });
  return { input, faults: read.flatMap(({ faults }) => faults) };
}

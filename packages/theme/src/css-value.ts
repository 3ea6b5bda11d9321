import { isRecord } from "./is-record.ts";

const isNumber = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);

// Colour spaces of Design Tokens that CSS writes as a function of their own, with its units.
const functions: Readonly<Record<string, (parts: readonly string[]) => string>> = {
  hsl: ([h, s, l]) => `hsl(${h} ${s}% ${l}%)`,
  hwb: ([h, w, b]) => `hwb(${h} ${w}% ${b}%)`,
  lab: (parts) => `lab(${parts.join(" ")})`,
  lch: (parts) => `lch(${parts.join(" ")})`,
  oklab: (parts) => `oklab(${parts.join(" ")})`,
  oklch: (parts) => `oklch(${parts.join(" ")})`,
};
const spaces = new Set(["srgb", "srgb-linear", "display-p3", "a98-rgb", "prophoto-rgb", "rec2020", "xyz-d65", "xyz-d50"]);

function colorOf(value: unknown): string | undefined {
  // Before 2025.10 a colour was its hex.
  if (typeof value === "string") return value;
  if (!isRecord(value)) return undefined;
  const { colorSpace, components, alpha = 1 } = value;
  if (typeof colorSpace !== "string" || !Array.isArray(components) || components.length !== 3 || !isNumber(alpha)) return undefined;
  if (!components.every((part) => isNumber(part) || part === "none")) return undefined;
  const parts = components.map(String);
  const opaque = functions[colorSpace]?.(parts) ?? (spaces.has(colorSpace) ? plain(colorSpace, components) : undefined);
  return opaque && (alpha === 1 ? opaque : opaque.replace(/\)$/, ` / ${alpha})`));
}

/** sRGB as `rgb()`, which everything reads; the others by their name. Four digits of a component are a whole number of 255. */
function plain(space: string, components: readonly unknown[]): string {
  if (space !== "srgb") return `color(${space} ${components.join(" ")})`;
  const channels = components.map((part) => (isNumber(part) ? part * 255 : 0));
  return `rgb(${channels.map((value) => (Math.abs(value - Math.round(value)) < 0.02 ? Math.round(value) : Math.round(value * 100) / 100)).join(" ")})`;
}

const quoted = (name: unknown): string => (/^[\w-]+$/.test(String(name)) ? String(name) : `"${String(name)}"`);

function measureOf(value: unknown, units: readonly string[]): string | undefined {
  if (!isRecord(value) || !isNumber(value["value"]) || !units.includes(String(value["unit"]))) return undefined;
  return `${value["value"]}${String(value["unit"])}`;
}

const readers: Readonly<Record<string, (value: unknown) => string | number | undefined>> = {
  color: colorOf,
  dimension: (value) => measureOf(value, ["px", "rem"]),
  duration: (value) => measureOf(value, ["ms", "s"]),
  number: (value) => (isNumber(value) ? value : undefined),
  fontFamily: (value) => (typeof value === "string" ? quoted(value) : Array.isArray(value) && value.length > 0 ? value.map(quoted).join(", ") : undefined),
  cubicBezier: (value) => (Array.isArray(value) && value.length === 4 && value.every(isNumber) ? `cubic-bezier(${value.join(", ")})` : undefined),
};

/** A value of Design Tokens 2025.10 as CSS says it; undefined where it is none. */
export const cssValueOf = (type: unknown, value: unknown): string | number | undefined => (typeof type === "string" && Object.hasOwn(readers, type) ? readers[type]?.(value) : undefined);

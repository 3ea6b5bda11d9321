import type { DesignToken } from "@guard/theme/studio";

/** A value of Design Tokens as CSS would write it. */
export function plainValue(token: DesignToken | undefined): string {
  const value = token?.$value;
  if (typeof value === "object" && value !== null && "value" in value && "unit" in value) return `${String(value.value)}${String(value.unit)}`;
  if (token?.$type === "cubicBezier" && Array.isArray(value)) return `cubic-bezier(${value.join(", ")})`;
  if (typeof value === "number" || typeof value === "string") return `${value}`;
  return value === undefined ? "" : JSON.stringify(value);
}

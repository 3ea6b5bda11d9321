import type { ColorToken } from "./tokens.ts";

/** Two colours that meet on screen and the least ratio between them. */
export interface Pair {
  readonly front: ColorToken;
  readonly back: ColorToken;
  /** 4.5 for text, 3 for what is not text (WCAG 1.4.3, 1.4.11). */
  readonly least: 4.5 | 3;
}

const meets = (least: Pair["least"], front: ColorToken, ...backs: ColorToken[]): Pair[] => backs.map((back) => ({ front, back, least }));

/** The twenty pairs that a theme must satisfy, in light and in dark. */
export const pairs: readonly Pair[] = [
  ...meets(4.5, "color-text", "color-surface", "color-canvas", "color-subtle", "color-danger-surface"),
  ...meets(4.5, "color-text-muted", "color-surface", "color-canvas", "color-subtle"),
  ...meets(4.5, "color-primary-text", "color-primary", "color-primary-hover"),
  ...meets(4.5, "color-link", "color-surface"),
  ...meets(4.5, "color-danger", "color-surface", "color-danger-surface"),
  ...meets(4.5, "color-success", "color-surface", "color-success-surface"),
  ...meets(4.5, "color-warning", "color-warning-surface"),
  ...meets(3, "color-control-border", "color-surface", "color-canvas"),
  ...meets(3, "color-ring", "color-surface", "color-canvas"),
  ...meets(3, "color-primary", "color-surface"),
];

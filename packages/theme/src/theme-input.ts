import type { Camel } from "./camel.ts";
import type { semantics, Token, tokens } from "./tokens.ts";

type Named = (typeof tokens)[number];

/** A token as a key of a theme: `color-primary-hover` is `colorPrimaryHover`. */
export type ThemeKey = Camel<Token>;

/** The keys that are colours, and so may differ between light and dark. */
export type ThemeColorKey = Camel<Extract<Named, { kind: "color" }>["name"]>;

type ThemeNumberKey = Camel<Extract<Named, { kind: "number" }>["name"]>;

/** Colours of one scheme: hex or a CSS colour function (`oklch(…)`, `var(--yours)`), no names. */
export type SchemeColors = { readonly [Key in ThemeColorKey]?: string | undefined };

/** What is set; the cascade makes the rest of it. `{ accent: "#0a7" }` is a whole theme. */
export type ThemeInput = { readonly [Key in Exclude<ThemeKey, ThemeNumberKey>]?: string | undefined } & {
  readonly [Key in ThemeNumberKey]?: number | undefined;
} & {
  /** Colours in light, where they are not those above. */
  readonly light?: SchemeColors | undefined;
  /** Colours in dark, where they are not those above. */
  readonly dark?: SchemeColors | undefined;
};

/** A custom property of ours. */
export type ThemeVar = `--guard-${Token}`;

/** A semantic token as a key of a theme. */
export type SemanticKey = Camel<(typeof semantics)[number]["name"]>;

export type Scheme = "light" | "dark";

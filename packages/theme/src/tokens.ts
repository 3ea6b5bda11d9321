/** Twelve seeds. Set them on any ancestor of the root (`:root` included); what is unset keeps its default. */
export const seeds = [
  { name: "accent", kind: "color", says: "The brand colour: primary button, links, focus ring." },
  { name: "neutral", kind: "color", says: "The hue of greys: canvas, text, borders." },
  { name: "danger", kind: "color", says: "Errors, and the tint behind them." },
  { name: "success", kind: "color", says: "The check of what went well, and the tint behind it." },
  { name: "warning", kind: "color", says: "The lock, and the tint behind it." },
  { name: "radius", kind: "length", says: "A control's corner, 8px; the card's is twice, a code box's 1.25 times." },
  { name: "space", kind: "length", says: "One step of the spacing scale, 0.25rem." },
  { name: "font", kind: "font", says: "The family of all text; the host's by default." },
  { name: "font-mono", kind: "font", says: "The family of codes and keys." },
  { name: "text", kind: "length", says: "The size of body text, 0.9375rem; titles, labels and hints follow." },
  { name: "density", kind: "number", says: "0.875, 1 or 1.125 times the spacing and the height of controls." },
  { name: "motion", kind: "number", says: "1, or 0 for none." },
] as const;

/** Semantic tokens, made of the seeds. Set each alone on the root (`[data-guard]`, `classNames.root` or the `theme` prop). */
export const semantics = [
  { name: "color-canvas", kind: "color", says: "The page around the card." },
  { name: "color-surface", kind: "color", says: "The card and its inputs." },
  { name: "color-subtle", kind: "color", says: "Tab track, keys, hover of quiet buttons." },
  { name: "color-text", kind: "color", says: "Text." },
  { name: "color-text-muted", kind: "color", says: "Descriptions, hints, timers." },
  { name: "color-border", kind: "color", says: "Hairlines; never the only edge of a control." },
  { name: "color-control-border", kind: "color", says: "The edge of inputs and code boxes." },
  { name: "color-primary", kind: "color", says: "The primary button." },
  { name: "color-primary-hover", kind: "color", says: "The primary button under the pointer." },
  { name: "color-primary-text", kind: "color", says: "Text on the primary button." },
  { name: "color-link", kind: "color", says: "Links and the ready resend button." },
  { name: "color-ring", kind: "color", says: "Focus." },
  { name: "color-danger", kind: "color", says: "Error text and the border of an invalid control." },
  { name: "color-danger-surface", kind: "color", says: "Behind the alert." },
  { name: "color-success", kind: "color", says: "The check of what went well." },
  { name: "color-success-surface", kind: "color", says: "Behind the check." },
  { name: "color-warning", kind: "color", says: "The icon of the lock." },
  { name: "color-warning-surface", kind: "color", says: "Behind the icon of the lock." },
  { name: "radius-control", kind: "length", says: "Corner of inputs and buttons." },
  { name: "radius-card", kind: "length", says: "Corner of the card." },
  { name: "radius-box", kind: "length", says: "Corner of a code box." },
  { name: "radius-full", kind: "length", says: "Round." },
  { name: "space-1", kind: "length", says: "4px." },
  { name: "space-2", kind: "length", says: "8px." },
  { name: "space-3", kind: "length", says: "12px." },
  { name: "space-4", kind: "length", says: "16px." },
  { name: "space-5", kind: "length", says: "20px." },
  { name: "space-6", kind: "length", says: "24px." },
  { name: "space-7", kind: "length", says: "32px." },
  { name: "space-8", kind: "length", says: "40px; the end of the scale, for parts of yours." },
  { name: "card-width", kind: "length", says: "The card's greatest width." },
  { name: "card-padding", kind: "length", says: "The card's padding; at most 1.25rem in a container under 22rem." },
  { name: "control-height", kind: "length", says: "Inputs and buttons; 2.75rem (44px) or more under a finger." },
  { name: "text-title", kind: "length", says: "Size of the step's heading." },
  { name: "text-body", kind: "length", says: "Size of text and buttons." },
  { name: "text-label", kind: "length", says: "Size of labels and links." },
  { name: "text-small", kind: "length", says: "Size of hints and errors." },
  { name: "shadow-card", kind: "shadow", says: "Under the card; none in dark." },
  { name: "shadow-control", kind: "shadow", says: "Under inputs; none in dark." },
  { name: "ring-width", kind: "length", says: "The focus outline's width." },
  { name: "ring-offset", kind: "length", says: "The focus outline's distance." },
  { name: "duration-fast", kind: "duration", says: "Hover and focus." },
  { name: "duration-base", kind: "duration", says: "A step coming in, a wrong code's shake, the drawn check." },
  { name: "ease", kind: "easing", says: "The curve of all that moves." },
  { name: "code-box-size", kind: "length", says: "A code box's width before it stretches to the column." },
  { name: "code-box-height", kind: "length", says: "A code box's height." },
  { name: "code-gap", kind: "length", says: "Between code boxes; twice that after the third." },
  { name: "code-font", kind: "length", says: "Size of the digits." },
] as const;

type Named = (typeof seeds)[number] | (typeof semantics)[number];

/** Every `--guard-*` custom property, without the prefix. */
export const tokens: readonly Named[] = [...seeds, ...semantics];

/** A token by its name: `--guard-` and this. */
export type Token = Named["name"];
/** What a token's value is. */
export type TokenKind = Named["kind"];

/** The semantic tokens that are colours. */
export type ColorToken = Extract<Token, `color-${string}`>;

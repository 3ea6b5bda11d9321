import type { MessageKey } from "@guard/locales";
import type { CenterMessageKey } from "@guard/locales/center";

/** What a page of documentation says about a view that its stories, its DOM and its types do not. */
export interface ViewDocs {
  /** When a person meets it. */
  readonly use: string;
  /** Beyond Tab, Shift+Tab and Enter: keys, and what they do. */
  readonly keys?: Readonly<Record<string, string>>;
  /** What only a screen reader is told: by the polite region, or at once by the assertive one. */
  readonly polite?: readonly (MessageKey | CenterMessageKey)[];
  readonly assertive?: readonly (MessageKey | CenterMessageKey)[];
  readonly dos: readonly string[];
  readonly donts: readonly string[];
}

/** What every view with a code shares. */
export const codeKeys = {
  "the sixth digit": "Submits by itself, once; the button stays. `autoSubmit={false}` leaves it to the button.",
  "Home, End, arrows, undo, paste": "The browser's own: it is one real input.",
} as const;

/** Where methods stand beside each other as tabs. */
export const tabKeys = {
  "← →": "Move focus among the tabs, in reading direction, and choose nothing.",
  "Home, End": "The first tab, the last one.",
  "Enter, Space": "Choose the focused tab, which may send a code.",
} as const;

import type { Scheme } from "./theme-input.ts";

/** What can be wrong with a theme. */
export type ThemeFaultCode = "contrast_low" | "contrast_unknown" | "unknown_token" | "not_a_color" | "not_a_value";

/** One thing that is wrong, in a developer's words: what, why, remedy. */
export interface ThemeFault {
  readonly code: ThemeFaultCode;
  /** The key as it was written: `accent`, `dark.colorLink`. */
  readonly key: string;
  readonly scheme?: Scheme;
  readonly message: string;
}

import type { Globals } from "storybook/internal/csf";

/** What the toolbar says, as a page hands it to the logins on it. */
export interface Worn {
  readonly colorScheme: "light" | "dark";
  readonly locale: string;
  readonly dir: "ltr" | "rtl" | "auto";
}

/** A page is worn in one scheme: both beside each other would be two pages. */
export const wornBy = (globals: Globals): Worn => ({
  colorScheme: globals["colorScheme"] === "dark" ? "dark" : "light",
  locale: String(globals["locale"]),
  dir: globals["dir"] as Worn["dir"],
});

import type { CSSProperties } from "react";

/** The looks of the toolbar: a theme by its name, as the variables that a page sets. The one list; the first is worn unless somebody chooses. */
export const themes: Readonly<Record<string, CSSProperties>> = {
  default: {},
};

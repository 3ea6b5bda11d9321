import type { ReactNode } from "react";
import { themesCss } from "./themes.ts";

/** Every look of the toolbar, once in a document however often it is asked for. */
export const ThemeStyles = (): ReactNode => (
  <style href="story-themes" precedence="themes">
    {themesCss}
  </style>
);

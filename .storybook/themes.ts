import { createTheme, presets, type PresetName } from "@guard/theme";

/** The looks of the toolbar, in its order; the first is worn unless somebody chooses. The one list. */
export const themes = Object.keys(presets) as readonly PresetName[];

/** Every look under its name, for a page that says `data-story-theme`. */
export const themesCss = themes.map((name) => createTheme(presets[name]).toCSS(`[data-story-theme="${name}"]`)).join("");

import { presets, type PresetName } from "../presets/index.ts";
import { createTheme } from "../studio.ts";

const said: Readonly<Record<PresetName, string>> = {
  default: "Nothing to set: this is the look of the stylesheet itself.",
  mono: "Black and white; colour is left to errors, success and the lock.",
  soft: "Round and roomy, violet on warm greys.",
  sharp: "Square corners, closer rows, no shadows.",
  "high-contrast": "Text at 7:1 or more, controls edged in the text's colour, a wider ring.",
  shadcn: "The host's shadcn/ui variables under our names; light or dark by its class `dark`.",
};

const unpinned = ':where(:not([data-color-scheme="light"], [data-color-scheme="dark"]))';

// shadcn/ui's dark is a class and not a preference: what it does not name must not follow the system alone.
const extra: Partial<Record<PresetName, string>> = {
  shadcn: `:is([data-guard], [data-guard-page])${unpinned} { color-scheme: light; }\n:is([data-guard], [data-guard-page])${unpinned}:where(.dark *) { color-scheme: dark; }\n`,
};

/** A preset's name and sentence, and its stylesheet: `presets/soft.css`. */
export const presetFiles = (Object.keys(presets) as PresetName[]).map((name) => ({
  name,
  says: said[name],
  css: `/* Written by \`npm run styling\`. ${said[name]} */\n${createTheme(presets[name]).toCSS()}${extra[name] ?? ""}`,
}));

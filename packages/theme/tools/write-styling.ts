// `npm run styling`: docs/styling.md and the presets' stylesheets, from the data.
import { writeFileSync } from "node:fs";
import { presetFiles } from "../src/testing/preset-files.ts";
import { drawStyling } from "../src/testing/styling.ts";

for (const { name, css } of presetFiles) writeFileSync(new URL(`../src/presets/${name}.css`, import.meta.url), css);
writeFileSync(new URL("../../../docs/styling.md", import.meta.url), drawStyling());

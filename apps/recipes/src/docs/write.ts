// `npm run recipes`: puts the recipes' files, as they are now, into docs/recipes.
import { readFileSync, writeFileSync } from "node:fs";
import { documents, quoted } from "./quote.ts";

for (const document of documents) writeFileSync(document, quoted(readFileSync(document, "utf8")));

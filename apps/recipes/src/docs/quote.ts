import { readFileSync } from "node:fs";
import { join } from "node:path";

const recipes = join(import.meta.dirname, "..");

/** The recipes of docs/recipes. */
export const documents = ["express", "next", "cookie", "headless"].map((name) => join(recipes, "../../../docs/recipes", `${name}.md`));

/** A document with each block that names a file of the recipes (```` ```ts cookie/server.ts ````) filled with that file. */
export function quoted(text: string): string {
  return text.replace(/^```(\w+) (\S+)\n[\s\S]*?^```$/gm, (_, language: string, file: string) => {
    return `\`\`\`${language} ${file}\n${readFileSync(join(recipes, file), "utf8")}\`\`\``;
  });
}

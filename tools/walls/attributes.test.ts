import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const root = join(import.meta.dirname, "..", "..");
const read = (pattern: string): string =>
  globSync(pattern, { cwd: root })
    .filter((file) => !/\.(test|stories)\.tsx?$|\/testing\//.test(file))
    .map((file) => readFileSync(join(root, file), "utf8"))
    .join("\n");

const views = read("packages/react/src/**/*.{ts,tsx}");
const pages = read("docs/styling.md");
const styles = read("packages/theme/src/css/*.css").replace(/\/\*[^]*?\*\//g, "");

/** What stands on the host's own markup: our views do not write it, so the guide has to name it. */
const ofTheHost = new Set(["data-guard-page"]);

/** What the rules ask: `data-layout`, `data-layout="plain"`; parts are judged by name elsewhere. */
const asked = new Set([...styles.matchAll(/\[(data-(?!slot)[\w-]+(?:="[^"]*")?)\]/g)].map(([, attribute = ""]) => attribute));

function isWritten(attribute: string): boolean {
  const [name = "", value = ""] = attribute.split("=");
  if (ofTheHost.has(name)) return pages.includes(name);
  // Numbers and booleans are no words of the source.
  return new RegExp(`["\\s]${name}["=\\s]`).test(views) && (/^("(\d+|true)")?$/.test(value) || views.includes(value));
}

it("what a stylesheet asks of an attribute, a view writes", () => {
  expect(asked.size).toBeGreaterThan(20);
  expect([...asked].filter((attribute) => !isWritten(attribute))).toEqual([]);
});

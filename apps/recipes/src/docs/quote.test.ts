import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { documents, quoted } from "./quote.ts";

const root = join(import.meta.dirname, "../../../..");

describe.each(documents.map((path) => [basename(path), path] as const))("docs/recipes/%s", (_name, path) => {
  const text = readFileSync(path, "utf8");

  it("quotes the files that the tests run; `npm run recipes` brings it up to date", () => {
    expect(text.match(/^```tsx? \S+$/gm)?.length).toBeGreaterThan(1);
    expect(quoted(text)).toBe(text);
  });
});

it("leads nowhere that is not there", () => {
  for (const path of [...documents, join(root, "README.md"), join(root, "SECURITY.md")]) {
    const links = [...readFileSync(path, "utf8").matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, link = ""]) => link).filter((link) => !/^[a-z]+:/.test(link));
    for (const link of links) expect({ path, link, there: existsSync(join(dirname(path), link)) }).toEqual({ path, link, there: true });
  }
});

import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";

const ALLOWED = new Set(["@guard/contract", "@noble/hashes/sha2.js", "graphql", "hono", "kysely", "kysely/migration", "libphonenumber-js/min", "otpauth/slim", "uqr", "valibot"]);

/** Every module id that the file imports, and what those import, as long as it is ours. */
function collectImports(file: string, seen = new Set<string>(), packages = new Set<string>()): Set<string> {
  if (seen.has(file)) return packages;
  seen.add(file);
  for (const [, id = ""] of readFileSync(file, "utf8").matchAll(/(?:^import\b[^"\n]*|^(?:export\b.*|\}) from |\bimport\()"([^"]+)"/gm)) {
    if (id.startsWith(".")) collectImports(join(dirname(file), id), seen, packages);
    else packages.add(id);
  }
  return packages;
}

it("the server without its platform runs in Node and in a page: it imports nothing that needs either", () => {
  expect([...collectImports(join(import.meta.dirname, "app.ts"))].filter((id) => !ALLOWED.has(id))).toEqual([]);
});

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..", "..");
const rows = readFileSync(join(root, "docs", "bypasses.md"), "utf8").split("\n").filter((line) => /^\| \d+ \|/.test(line));
const named = [...new Set(rows.flatMap((row) => row.match(/`[^`]+ › [^`]+`/g) ?? []))].map((test) => test.slice(1, -1).split(" › "));

/** So much of a title has to stand in its file: what follows may be filled in. */
const TITLE = 40;

describe("docs/bypasses.md", () => {
  it("has a row for each of the 45, in their order", () => {
    expect(rows.map((row) => Number.parseInt(row.slice(2), 10))).toEqual(Array.from({ length: 45 }, (_, at) => at + 1));
  });

  it("says of each what catches it, or why nothing does", () => {
    expect(rows.filter((row) => !/ › |Cannot apply|[Nn]o test yet/.test(row))).toEqual([]);
  });

  it.each(named)("names a test that is there: %s › %s", (path = "", title = "") => {
    const file = join(root, path);
    expect(existsSync(file), path).toBe(true);
    const source = readFileSync(file, "utf8");
    const start = title.slice(0, TITLE);
    expect([`("${start}`, `(\`${start}`].some((text) => source.includes(text)), title).toBe(true);
  });
});

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..", "..");
const rows = readFileSync(join(root, "docs", "accessibility.md"), "utf8").split("\n").filter((line) => /^\| [A-G]\d/.test(line));
const named = [...new Set(rows.flatMap((row) => row.match(/`[^`]+ › [^`]+`/g) ?? []))].map((test) => test.slice(1, -1).split(" › "));

/** The sections of the design's table and how many rows each has; F8 has a second one. */
const sections = { A: 12, B: 24, C: 14, D: 15, E: 7, F: 16, G: 8 } as const;
const wanted = Object.entries(sections).flatMap(([section, count]) => Array.from({ length: count }, (_, at) => `${section}${at + 1}`));

/** `B1–B24` stands for all of them. */
function rowsOf(label: string): string[] {
  const [first = "", last = first] = label.split("–");
  return wanted.slice(wanted.indexOf(first), wanted.indexOf(last) + 1);
}

describe("docs/accessibility.md", () => {
  it("has every row of the design’s table, in its order", () => {
    const labels = rows.map((row) => row.split("|")[1]?.trim() ?? "");
    expect(labels.filter((label) => label !== "F8b").flatMap(rowsOf)).toEqual(wanted);
    expect(labels).toContain("F8b");
  });

  it("says of each what tests it, or why nothing does", () => {
    expect(rows.filter((row) => !/ › |No test/.test(row))).toEqual([]);
  });

  it.each(named)("names a test that is there: %s › %s", (path = "", title = "") => {
    const file = join(root, path);
    expect(existsSync(file), path).toBe(true);
    const source = readFileSync(file, "utf8");
    expect([`"${title}"`, `\`${title}\``].some((text) => source.includes(text)), title).toBe(true);
  });
});

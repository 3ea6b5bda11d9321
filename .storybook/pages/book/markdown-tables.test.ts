import { expect, it } from "vitest";
import { tablesOf } from "./markdown-tables.tsx";

it("finds each table under its heading, with bars that belong to a cell", () => {
  const text = "# A\n\nWords.\n\n| one | two |\n|---|---|\n| a | `b\\|c` |\n\n## B\n\n| x |\n|---|\n| y |\n";
  expect(tablesOf(text)).toEqual([
    { title: "A", head: ["one", "two"], rows: [["a", "`b|c`"]] },
    { title: "B", head: ["x"], rows: [["y"]] },
  ]);
});

it("finds none where there is none", () => expect(tablesOf("# A\n\nWords | with a bar.\n")).toEqual([]));

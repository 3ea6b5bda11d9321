import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parts, type PartKey } from "@guard/theme";
import { describe, expect, expectTypeOf, it } from "vitest";
import type { Part } from "../../packages/react/src/parts.ts";

/** Drawn by our views and dressed by the theme alone; `classNames` has no key for them. */
type Undressed = "control" | "icon" | "skeleton" | "spinner" | "status" | "target" | "time";

/** Looks that wait for their step. The step's view takes its line away. */
type Waiting = "labelRow";

const views = join(import.meta.dirname, "..", "..", "packages", "react", "src");
const sources = readdirSync(views, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".tsx") && !/\.(test|stories)\.tsx$/.test(file))
  .map((file) => readFileSync(join(views, file), "utf8"))
  .join("\n");

describe("the parts of react and theme are one list", () => {
  it("a part in one of them is in the other, or the types do not compile", () => {
    expectTypeOf<Part | Undressed | Waiting>().toEqualTypeOf<PartKey>();
    expectTypeOf<Part & (Undressed | Waiting)>().toBeNever();
  });

  it("a view draws no slot that the theme does not know", () => {
    const drawn = [...sources.matchAll(/data-slot="([a-z-]+)"/g)].map(([, name = ""]) => name);
    expect(drawn.length).toBeGreaterThan(5);
    expect(drawn.filter((name) => !parts.some((part) => part.name === name))).toEqual([]);
  });
});

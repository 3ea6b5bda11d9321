import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { PartKey } from "@guard/theme";
import { describe, expect, expectTypeOf, it } from "vitest";
import type { Part } from "../../packages/react/src/parts.ts";

const views = join(import.meta.dirname, "..", "..", "packages", "react", "src");
const sources = readdirSync(views, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".tsx") && !/\.(test|stories)\.tsx$|^testing\//.test(file))
  .map((file) => readFileSync(join(views, file), "utf8"))
  .join("\n");

describe("the parts of react and theme are one list", () => {
  it("a part in one of them is in the other, or the types do not compile", () => {
    expectTypeOf<Part>().toEqualTypeOf<PartKey>();
  });

  it("a view writes no slot by hand, past the host’s classes", () => {
    expect(sources.match(/part\("/g)?.length).toBeGreaterThan(50);
    expect(sources.match(/data-slot=/g)).toBeNull();
  });
});

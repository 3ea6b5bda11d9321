import { expect, it } from "vitest";
import { inGroups } from "./groups.ts";

it("puts a long code into groups", () => {
  expect(inGroups("7KQ2M9XPD4T8WNB3HRV6CJ5YE", 5, "-")).toBe("7KQ2M-9XPD4-T8WNB-3HRV6-CJ5YE");
  expect(inGroups("JBSWY3DP", 4, " ")).toBe("JBSW Y3DP");
});

it("leaves the last group as long as it is", () => expect(inGroups("ABCDEF", 4, " ")).toBe("ABCD EF"));

it("keeps the groups that a server chose", () => expect(inGroups("bc5a-6879-617a", 5, "-")).toBe("bc5a-6879-617a"));

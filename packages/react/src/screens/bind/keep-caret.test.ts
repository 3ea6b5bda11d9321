import { describe, expect, it } from "vitest";
import { caretAfter, deletedSeparator } from "./keep-caret.ts";

describe("the caret of a number that is formatted while it is typed", () => {
  it("stays at the end", () => expect(caretAfter("1380", 4, "138 0")).toBe(5));
  it("stays after the digit that was just typed in the middle", () => expect(caretAfter("1398 0013 8000", 3, "139 8001 3800 0")).toBe(3));
  it("stays at the beginning", () => expect(caretAfter("138 0", 0, "138 0")).toBe(0));
});

it("tells a deleted separator from a deleted digit", () => {
  expect(deletedSeparator("138 0", "1380")).toBe(true);
  expect(deletedSeparator("138 0", "138 ")).toBe(false);
  expect(deletedSeparator("138", "138 ")).toBe(false);
});

import { describe, expect, it } from "vitest";
import { tabAt } from "./use-tab-keys.ts";

describe("keys among three tabs", () => {
  it.each([
    ["ArrowRight", 0, false, 1],
    ["ArrowRight", 2, false, 0],
    ["ArrowLeft", 0, false, 2],
    ["ArrowLeft", 0, true, 1],
    ["ArrowRight", 0, true, 2],
    ["Home", 2, false, 0],
    ["End", 0, true, 2],
    ["Enter", 1, false, undefined],
    ["ArrowDown", 1, false, undefined],
  ])("%s from %i, right-to-left %s: %s", (key, from, rtl, to) => expect(tabAt(key, from, 3, rtl)).toBe(to));
});

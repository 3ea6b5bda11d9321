import { expect, it } from "vitest";
import { centerEn } from "../center.ts";
import { en } from "../index.ts";

it("takes no key that the login has: both are said by one voice", () => {
  expect(Object.keys(centerEn).filter((key) => key in en)).toEqual([]);
});

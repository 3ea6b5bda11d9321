import { expect, it } from "vitest";
import { foldCode, withoutInvisible } from "./fold.ts";

it.each([
  ["spaces, dashes and line ends", " 123-4 56\n", "123456"],
  ["full-width digits", "１２３４５６", "123456"],
  ["Arabic-Indic digits", "١٢٣٤٥٦", "123456"],
  ["Persian digits", "۱۲۳۴۵۶", "123456"],
  ["direction marks and joiners", "\u200F1\u200B2\u20603\uFEFF456\u202C", "123456"],
  ["dashes of every kind", "12–34—5−6", "123456"],
  ["letters, which are left to be refused", "12a456", "12a456"],
])("folds %s", (_what, typed, code) => {
  expect(foldCode(typed)).toBe(code);
});

it("takes invisible marks out of an identifier and leaves the rest", () => {
  expect(withoutInvisible("\u200Eemail-user\u2069")).toBe("email-user");
});

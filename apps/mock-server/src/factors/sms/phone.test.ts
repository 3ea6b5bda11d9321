import { describe, expect, it } from "vitest";
import { countryOf, maskPhone, parsePhone } from "./phone.ts";

describe("a phone number", () => {
  it.each([
    "+8613800138000", " +86 138 0013 8000 ", "0086 138-0013-8000", "+86 (138) 0013.8000", "＋８６１３８００１３８０００", "+٨٦١٣٨٠٠١٣٨٠٠٠", "\u202A+86 138\u200B00138000\u202C", "+86 0138 0013 8000",
  ])("has one form, whichever way it is typed: %j (S-33)", (typed) => {
    expect(parsePhone(typed)).toBe("+8613800138000");
  });

  it.each(["", "+", "13800138000", "+86", "+8612", "+86138001380001234567", "+999 123 4567", "+12133734253 ext. 5", "+1213373425a", "call +8613800138000", "+86138\n00138000x", "tel:+8613800138000", "jane@example.com"])(
    "is not %j",
    (typed) => {
      expect(parsePhone(typed)).toBeUndefined();
    },
  );

  it.each([
    ["+8613800138000", "CN"],
    ["+12133734253", "US"],
    ["+18763734253", "JM"],
    ["+85291234567", "HK"],
    ["+88216123456", undefined],
    ["+80012345678", undefined],
  ])("%s is at home in %s", (phone, country) => {
    expect(countryOf(phone)).toBe(country);
  });
});

it("is masked but for its country's code and two digits, with a fixed number of dots (R9b, S-36)", () => {
  expect(maskPhone("+8613800138088")).toBe("+86 •••••••• 88");
  expect(maskPhone("+12133734253")).toBe("+1 •••••••• 53");
  expect(maskPhone("+6591234567")).toBe("+65 •••••••• 67");
});

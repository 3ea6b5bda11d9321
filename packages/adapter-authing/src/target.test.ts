import { expect, it } from "vitest";
import { asOneText, readPhone } from "./phone.ts";
import { maskTarget, readTarget } from "./target.ts";

it.each([
  ["+86 138 0013 8000", "13800138000", "+86", "13800138000"],
  ["008613800138000", "13800138000", "+86", "13800138000"],
  ["+1 (415) 555-2671", "4155552671", "+1", "+14155552671"],
  ["+7 912 345 67 89", "9123456789", "+7", "+79123456789"],
  ["+44 7911 123456", "7911123456", "+44", "+447911123456"],
  ["+852 5123 4567", "51234567", "+852", "+85251234567"],
  ["+420 601 123 456", "601123456", "+420", "+420601123456"],
  ["+998 90 123 45 67", "901234567", "+998", "+998901234567"],
])("takes %s apart", (typed, national, countryCode, text) => {
  const phone = readPhone(typed);
  expect(phone).toEqual({ national, countryCode });
  expect(phone && asOneText(phone)).toBe(text);
});

it.each(["13800138000", "+86138", "+0123456789", "not a number", "ann@example.com", "+1234567890123456"])("takes %s for no phone", (typed) => {
  expect(readTarget("sms", typed)).toBeUndefined();
});

it.each(["ann", "ann@", "@example.com", "a@b@c.example", "not an address", "ann@example", `${"a".repeat(65)}@example.com`])("takes %s for no address", (typed) => {
  expect(readTarget("email", typed)).toBeUndefined();
});

it.each([
  ["email", " Ann.Lee@Example.co.uk ", "a•••@e•••.uk"],
  ["sms", "+8613800138088", "+86 •••••••• 88"],
] as const)("masks %s %s", (factor, typed, masked) => {
  const target = readTarget(factor, typed);
  expect(target && maskTarget(target)).toBe(masked);
});

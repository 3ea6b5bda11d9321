import { describe, expect, it } from "vitest";
import { readCode } from "./code.ts";

const digits = (text: string) => ({ is: "digits", digits: text });

describe("reads the code out of what was typed or pasted", () => {
  it.each([
    ["123456", "123456"],
    [" 123-4 56\n", "123456"],
    ["１２３４５６", "123456"],
    ["١٢٣٤٥٦", "123456"],
    ["۱۲۳۴۵۶", "123456"],
    ["\u200E123\u00A0456\u200B", "123456"],
    ["123–456", "123456"],
    ["Your code is 123456. It works for 10 minutes.", "123456"],
    ["您的验证码是 123456，10 分钟内有效。", "123456"],
    ["Use 123-456 before 22 Nov 2026", "123456"],
    ["G-123456", "123456"],
    ["12", "12"],
    ["12a", "12"],
    ["", ""],
    ["abc", ""],
  ])("%j", (text, code) => expect(readCode(text)).toMatchObject(digits(code)));
});

it.each([
  ["12O456", 1],
  ["12a", 1],
  ["ab-c d", 4],
  ["1-2 3.4_5", 0],
  ["Your code is 123456", 0],
])("tells of %j how many letters and signs were left out of a code: %i", (text, dropped) => expect(readCode(text)).toMatchObject({ dropped }));

it("takes none of a text with two codes", () => {
  expect(readCode("old 111111 new 222222")).toEqual({ is: "several" });
});

it("refuses more than six digits", () => {
  expect(readCode("1234567")).toEqual({ is: "tooLong" });
  expect(readCode("123 456 789")).toEqual({ is: "tooLong" });
});

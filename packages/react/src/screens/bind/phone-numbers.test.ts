import { describe, expect, it } from "vitest";
import { phoneNumbers } from "./phone-numbers.ts";

describe("reads a number", () => {
  it.each([
    ["138 0013 8000", "CN", "+8613800138000"],
    ["13800138000", "CN", "+8613800138000"],
    ["+86 138 0013 8000", "GB", "+8613800138000"],
    ["07911 123456", "GB", "+447911123456"],
  ])("%s in %s", (typed, country, number) => expect(phoneNumbers.read(typed, country)).toMatchObject({ number }));

  it.each([
    ["138", "CN", "short"],
    ["138001380001380013800", "CN", "long"],
    ["not a number", "CN", "notANumber"],
  ])("says of %j in %s that it is %s", (typed, country, problem) => expect(phoneNumbers.read(typed, country)).toBe(problem));
});

describe("the country", () => {
  it("follows a number that says its own", () => expect(phoneNumbers.countryOf("+447911123456", "CN")).not.toBe("CN"));
  it("stays the person's own where the calling code is the same", () => {
    expect(phoneNumbers.countryOf("+447911123456", "GB")).toBe("GB");
    expect(phoneNumbers.countryOf("+15005550006", "CA")).toBe("CA");
  });
  it("stays while there is no number to tell by", () => expect(phoneNumbers.countryOf("138", "CN")).toBe("CN"));
});

it("writes it as people of that country do", () => expect(phoneNumbers.format("13800138000", "CN")).toBe("138 0013 8000"));

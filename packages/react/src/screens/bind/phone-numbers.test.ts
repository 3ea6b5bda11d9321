import { describe, expect, it } from "vitest";
import { phoneNumbers } from "./phone-numbers.ts";

const { countryOf, format, moveTo, read } = phoneNumbers;

describe("reads a number", () => {
  it.each([
    ["138 0013 8000", "CN", "+8613800138000"],
    ["13800138000", "CN", "+8613800138000"],
    ["+86 138 0013 8000", "GB", "+8613800138000"],
    ["8613800138000", "CN", "+8613800138000"],
    ["07911 123456", "GB", "+447911123456"],
    ["１３８００１３８０００", "CN", "+8613800138000"],
  ])("%s in %s", (typed, country, number) => expect(read(typed, country)).toEqual({ number }));

  it.each([
    ["138", "CN", "short"],
    ["138001380001380013800", "CN", "long"],
    ["not a number", "CN", "notANumber"],
  ])("says of %j in %s that it is %s", (typed, country, problem) => expect(read(typed, country)).toEqual({ problem }));
});

describe("where codes are not sent everywhere", () => {
  it("refuses a number of another country", () => expect(read("+33612345678", "CN", ["CN", "GB"])).toEqual({ problem: "country" }));
  it("leaves two countries of one code to the server: which of them a number is from is a guess", () =>
    expect(read("+447911123456", "CN", ["CN", "GB"])).toEqual({ number: "+447911123456" }));
  it("follows a number to a country of the list alone", () => {
    expect(countryOf("+447911123456", "CN", ["CN", "JE"])).toBe("JE");
    expect(countryOf("+33612345678", "CN", ["CN", "GB"])).toBe("CN");
  });
});

describe("the country", () => {
  it("follows a number that says its own, to the main one of its code", () => {
    expect(countryOf("+447911123456", "CN")).toBe("GB");
    expect(countryOf("+15005550006", "CN")).toBe("US");
  });
  it("stays the person's own where the calling code is the same", () => {
    expect(countryOf("+447911123456", "JE")).toBe("JE");
    expect(countryOf("+15005550006", "CA")).toBe("CA");
  });
  it("stays while there is no number to tell by", () => {
    expect(countryOf("138", "CN")).toBe("CN");
    expect(countryOf("+", "CN")).toBe("CN");
  });
});

describe("writes a number", () => {
  it("as people of its country do", () => expect(format("13800138000", "CN")).toBe("138 0013 8000"));
  it("anew for another country that is chosen", () => {
    expect(moveTo("+44 7911 123456", "CN")).toBe(format("7911123456", "CN"));
    expect(moveTo("13800138000", "CN")).toBe("138 0013 8000");
  });
  it("as it stands where the code stays", () => expect(moveTo("+447911123456", "JE")).toBe("+44 7911 123456"));
});

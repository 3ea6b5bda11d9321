import { expect, it } from "vitest";
import { maskAddress, parseAddress } from "./address.ts";

it.each(["jane@example.com", "a.b+c@sub.example.co.uk", "x@xn--fiqs8s.cn", "o'neil@example.org"])("takes %s", (address) => {
  expect(parseAddress(address)).toBe(address);
});

it("keeps one form for one mailbox", () => {
  expect(parseAddress(" Jane@Example.COM\u200B ")).toBe("jane@example.com");
});

it.each([
  "", "jane", "jane@", "@example.com", "jane@example", "jane@@example.com", "a b@example.com", ".jane@example.com", "jane.@example.com", "ja..ne@example.com",
  "jane@-example.com", "jane@example.123", "jane@example.com\r\nBcc: all@example.com", "jane@example.com,bob@example.com", "<jane@example.com>",
  `${"x".repeat(65)}@example.com`, `jane@${"x".repeat(250)}.com`,
])("refuses %j", (typed) => {
  expect(parseAddress(typed)).toBeUndefined();
});

it("masks with a fixed number of dots, so that the length tells nothing (R9b, S-36)", () => {
  expect(maskAddress("jane@example.com")).toBe("j•••@e•••.com");
  expect(maskAddress("j@e.com")).toBe("j•••@e•••.com");
  expect(maskAddress("a-very-long-name@mail.example.co.uk")).toBe("a•••@m•••.uk");
});

import { expect, it } from "vitest";
import { checkNewPassword } from "./new-password.ts";

const context = ["jane.doe", "Guard Demo", "ab"];

it.each(["password", "Password", "PASSWORD123", "!!password123!!", "qwertyuiop", "123456789", "iloveyou1", "trustno1"])("refuses the common %s (S-38)", async (password) => {
  expect(await checkNewPassword(password, context)).toBe("common");
});

it.each(["guard-demo-1", "GuardDemo2026!", "jane.doe1234", "Jane_Doe!!", "janedoejanedoe"])("refuses %s, which only names who and where (S-38)", async (password) => {
  expect(await checkNewPassword(password, context)).toBe("names_you");
});

it.each([["short", "1234567", "too_short"], ["short in characters, not in bytes", "😀😀😀😀😀😀😀", "too_short"], ["long", "x".repeat(1025), "too_long"]])("refuses one that is too %s (S-37)", async (_, password, why) => {
  expect(await checkNewPassword(password, context)).toBe(why);
});

it.each(["x".repeat(1024), "correct horse battery staple", "jane.doe likes the mountains", "ab-cdefghij", "密码密码密码很好记住", "no digits and no capitals"])("takes %s: no composition rules", async (password) => {
  expect(await checkNewPassword(password, context)).toBeUndefined();
});

it("knows at least 3000 common passwords of 8 characters and more (S-38)", async () => {
  const { dictionary } = await import("@zxcvbn-ts/language-common");
  expect(dictionary["passwords-common"].filter((password) => password.length >= 8).length).toBeGreaterThan(3000);
});

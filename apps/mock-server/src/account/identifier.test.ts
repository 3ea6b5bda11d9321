import { expect, it } from "vitest";
import { readIdentifier } from "./identifier.ts";

it.each([
  ["email-user", "username", "email-user"],
  ["  Email-User ", "username", "email-user"],
  ["Email-User@Example.COM", "email", "email-user@example.com"],
  ["+86 138 0013-8000", "phone", "+8613800138000"],
  ["0086 (138) 00138000", "phone", "+8613800138000"],
  ["＋８６１３８００１３８０００", "phone", "+8613800138000"],
  ["13800138000", "username", "13800138000"],
])("reads %s as a %s", (typed, kind, value) => {
  expect(readIdentifier(typed)).toEqual({ kind, value });
});

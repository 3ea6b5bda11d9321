import { expect, it } from "vitest";
import type { AuditRow } from "../store/schema.ts";
import { toCsv } from "./csv.ts";

const row: AuditRow = {
  seq: 1, hash: "h", at: 1_800_000_000_000, event: "sign_in", accountId: "jane", app: "demo", factor: null, result: "success", reason: null, ip: "203.0.113.9", country: "NZ", requestId: "r", userAgent: "Browser/1",
};
const agentOf = (userAgent: string): string => toCsv([{ ...row, userAgent }]).slice(0, -2).split("r,").at(-1)?.replace(/,h$/, "") ?? "";

it("has a heading and a line for each row, times in UTC, nothing where nothing is", () => {
  expect(toCsv([row])).toBe("seq,at,event,accountId,app,factor,result,reason,ip,country,requestId,userAgent,hash\r\n1,2027-01-15T08:00:00.000Z,sign_in,jane,demo,,success,,203.0.113.9,NZ,r,Browser/1,h\r\n");
});

it.each([
  ["a line break", "a\r\nb", "a\\u{d}\\u{a}b"],
  ["colours for a terminal", "\u001B[31mred", "\\u{1b}[31mred"],
  ["a bell and a NUL", "\u0007\u0000", "\\u{7}\\u{0}"],
  ["a C1 control", "\u009B2J", "\\u{9b}2J"],
  ["a direction that turns round", "\u202Egpj", "\\u{202e}gpj"],
  ["a line separator", "a\u2028b", "a\\u{2028}b"],
  ["text that looks like an escape", "\\u{1b}", "\\\\u{1b}"],
  ["a sum", "=1+1", "'=1+1"],
  ["a plus", "+1", "'+1"],
  ["a minus", "-1", "'-1"],
  ["an at", "@SUM(A1)", "'@SUM(A1)"],
  ["a formula behind a space", " =1+1", "' =1+1"],
  ["a formula behind a tab", "\t=1+1", "\\u{9}=1+1"],
  ["a formula with a comma", '=HYPERLINK("x","y")', '"\'=HYPERLINK(""x"",""y"")"'],
  ["a quote", 'a"b', '"a""b"'],
  ["a comma", "a,b", '"a,b"'],
  ["a name in any script", "Зоя 王", "Зоя 王"],
])("tames %s (S-48)", (_what, name, written) => {
  expect(agentOf(name)).toBe(written);
});

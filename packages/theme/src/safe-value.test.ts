import { expect, test } from "vitest";
import { isSafe, looksLikeColor } from "./safe-value.ts";

test.each(["8px", "calc(var(--radius, 0.625rem) - 2px)", '"Noto Sans SC", Inter, sans-serif', "0 1px 2px light-dark(#0000000a, #0000)", "cubic-bezier(0.2, 0, 0, 1)", "var(--x, light-dark(oklch(1 0 0), oklch(0.2 0 0)))"])("stays in its declaration: %s", (value) => {
  expect(isSafe(value)).toBe(true);
});

test.each(["red; color: blue", "red } body { display: none", "</style><script>", '"</style>"', "url(https://evil.example/x)", "URL (x)", "rgb(1 2 3", "a)b(", '"open', "'a\nb'", "/* on", "\\7d ", "!important", "@import", "", "  "])("does not: %j", (value) => {
  expect(isSafe(value)).toBe(false);
});

test("a colour is hex or a function", () => {
  for (const color of ["#0a7", "#0a75", "#00aa77", "#00aa7780", "rgb(1 2 3)", "var(--yours)"]) expect(looksLikeColor(color)).toBe(true);
  for (const other of ["#0a", "#00aa7", "green", "0 0 0", "()", ""]) expect(looksLikeColor(other)).toBe(false);
});

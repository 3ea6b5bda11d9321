import { afterEach, expect, test, vi } from "vitest";
import type { ThemeInput } from "./theme-input.ts";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  vi.resetModules();
});

const wrong = { acent: "#0a7755", colorLink: "#cccccc" } as ThemeInput;

test("what is wrong is told once, in one message that says what, why and the remedy", async () => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  const { createTheme } = await import("./create-theme.ts");
  for (const _ of [1, 2]) expect(createTheme(wrong).vars["--guard-color-link"]).toBe("#cccccc");
  expect(warn).toHaveBeenCalledTimes(1);
  const [text] = warn.mock.calls[0] ?? [];
  expect(text).toContain("acent is no token of Guard's, so nothing would use it. Did you mean accent?");
  expect(text).toContain("color-link on color-surface is 1.6:1 in light. Text needs 4.5:1");
  expect(text).toContain("Set light.colorLink to");
});

test("a theme that is fine says nothing", async () => {
  const warn = vi.spyOn(console, "warn");
  const { createTheme } = await import("./create-theme.ts");
  expect(createTheme({ accent: "#0a7755" }).report?.passes).toBe(true);
  expect(warn).not.toHaveBeenCalled();
});

test("in production it says nothing and has no report; the theme is the same", async () => {
  vi.stubEnv("NODE_ENV", "production");
  const warn = vi.spyOn(console, "warn");
  const { createTheme } = await import("./create-theme.ts");
  const theme = createTheme(wrong);
  expect(theme.report).toBeUndefined();
  expect(theme.toCSS()).toContain("--guard-color-link: #cccccc");
  expect(warn).not.toHaveBeenCalled();
});

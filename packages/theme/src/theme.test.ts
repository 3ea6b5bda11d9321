import { describe, expect, test } from "vitest";
import { createTheme } from "./studio.ts";
import type { ThemeInput } from "./theme-input.ts";

describe("vars", () => {
  test("are what was set; the cascade makes the rest", () => {
    expect(createTheme({ accent: "#0a7755", fontMono: "monospace", density: 0.875 }).vars).toEqual({ "--guard-accent": "#0a7755", "--guard-font-mono": "monospace", "--guard-density": "0.875" });
  });

  test("say both schemes in one value", () => {
    expect(createTheme({ accent: "#0a7755", dark: { accent: "#5fd39b" } }).vars).toEqual({ "--guard-accent": "light-dark(#0a7755, #5fd39b)" });
  });

  test("leave the scheme that is not set to the default, or to the cascade", () => {
    expect(createTheme({ dark: { accent: "#5fd39b" } }).vars["--guard-accent"]).toBe("light-dark(#3452db, #5fd39b)");
    expect(createTheme({ dark: { colorCanvas: "#000000" } }).vars["--guard-color-canvas"]).toBe("light-dark(var(--_canvas, light-dark(#f6f7f9, #0b0d11)), #000000)");
  });

  test("a colour that has companions brings those that are not set", () => {
    const { vars } = createTheme({ colorPrimary: "#ffd400", colorPrimaryHover: "#ffe14d" });
    expect(vars["--guard-color-primary-hover"]).toBe("#ffe14d");
    expect(vars["--guard-color-primary-text"]).toContain("var(--guard-color-primary)");
  });

  test("what is not CSS is left out, and the rest of the theme stays", () => {
    const broken = { accent: "red; } body { display: none", radius: "4px", dark: { colorLink: "blue" }, font: 7, space: null } as unknown as ThemeInput;
    expect(createTheme(broken).vars).toEqual({ "--guard-radius": "4px", "--guard-font": "7" });
    expect(createTheme({ accent: undefined }).vars).toEqual({});
    expect(createTheme({ light: null, dark: "#fff", radius: "4px" } as unknown as ThemeInput).vars).toEqual({ "--guard-radius": "4px" }); // a file or a link says what its type would not let pass
  });
});

describe("toCSS", () => {
  const theme = createTheme({ accent: "#0a7755", colorLink: "#0a7755" });

  test("puts seeds where they are inherited and tokens on the roots", () => {
    expect(theme.toCSS()).toBe(":where(:root) {\n  --guard-accent: #0a7755;\n}\n[data-guard], [data-guard-page] {\n  --guard-color-link: #0a7755;\n}\n");
  });

  test("puts a seed that has to be read where the scheme is known on the roots", () => {
    expect(createTheme({ accent: "#0a7755", dark: { accent: "#5fd39b" } }).toCSS()).toBe("[data-guard], [data-guard-page] {\n  --guard-accent: light-dark(#0a7755, #5fd39b);\n}\n");
    expect(createTheme({ accent: "var(--brand)" }).toCSS()).toBe("[data-guard], [data-guard-page] {\n  --guard-accent: var(--brand);\n}\n");
  });

  test("keeps to a selector, a list of them too", () => {
    const roots = ":where([data-guard], [data-guard-page])";
    expect(theme.toCSS(".a, .b")).toContain(`:is(.a, .b)${roots}, :is(.a, .b) ${roots} {`);
    expect(() => theme.toCSS("a {} b")).toThrow("more than a selector");
  });

  test("of nothing is nothing", () => {
    expect(createTheme().toCSS()).toBe("");
  });
});

test("toJSON gives back what was set, and JSON.stringify finds it", () => {
  const input: ThemeInput = { accent: "#0a7755", dark: { accent: "#5fd39b" } };
  expect(JSON.parse(JSON.stringify(createTheme(input)))).toEqual(input);
});

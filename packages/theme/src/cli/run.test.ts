import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTheme } from "../studio.ts";
import { run } from "./run.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "guard-theme-"));
  const files: Record<string, string> = {
    "fine.json": '{ "accent": "#0a7755", "dark": { "accent": "#5fd39b" } }',
    "host.json": '{ "colorText": "var(--ink)" }',
    "low.json": '{ "colorLink": "#cccccc" }',
    "unknown.json": '{ "acent": "#0a7755" }',
    "no-colour.json": '{ "accent": "oklch(green)" }',
    "broken.json": '{ "accent": }',
    "list.json": "[]",
    "half.json": '{ "light": null }',
    "seen-through.json": '{ "colorText": "#15181e10" }',
    "theme.mjs": 'export default { accent: "#0a7755" };',
    "made.mjs": 'export const theme = { toJSON: () => ({ accent: "#0a7755", radius: "4px" }) };',
    "empty.mjs": "export const other = 1;",
    "throws.mjs": 'throw new Error("no such brand");',
    "theme.yaml": "accent: green",
    "tokens.json": JSON.stringify(createTheme({ accent: "#0a7755", shadowCard: "none" }).toDTCG()),
    "odd.tokens": '{ "accent": { "$type": "color", "$value": "{brand}" } }',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function guardTheme(command: string, name: string, ...rest: string[]) {
  const said: string[] = [];
  const complained: string[] = [];
  const code = await run([command, join(folder, name), ...rest], { say: (text) => said.push(text), complain: (text) => complained.push(text) });
  const bare = (lines: string[]): string => lines.join("\n").replaceAll(`${folder}/`, "");
  return { code, said: bare(said), complained: bare(complained) };
}

describe("check", () => {
  test.each(["fine.json", "theme.mjs", "made.mjs", "tokens.json"])("%s passes", async (name) => {
    expect(await guardTheme("check", name)).toEqual({ code: 0, said: `${name}: 40 of 40 pairs (light and dark) pass.`, complained: "" });
  });

  test("says how many pairs it could not judge", async () => {
    expect((await guardTheme("check", "host.json")).said).toBe("host.json: 32 of 40 pairs (light and dark) pass; 8 are made of colours that only the page knows, such as var(), and were not judged.");
  });

  test.each([
    ["low.json", 1, "low.json: color-link on color-surface is 1.6:1 in light. Text needs 4.5:1, or people with low vision can't read it (WCAG 1.4.3). Set light.colorLink to #"],
    ["unknown.json", 1, "unknown.json: acent is no token of Guard's, so nothing would use it. Did you mean accent?"],
    ["no-colour.json", 1, 'no-colour.json: accent is "oklch(green)", which is no colour that Guard can read'],
    ["half.json", 1, "half.json: light is null, and holds the colours of one scheme. Write {"],
    ["seen-through.json", 1, 'seen-through.json: colorText is "#15181e10", which is translucent'],
    ["odd.tokens", 1, 'odd.tokens: accent is "{brand}", which leads to no token of this file.'],
    ["broken.json", 2, "broken.json is no JSON ("],
    ["list.json", 2, "list.json holds a list where a theme is an object."],
    ["nowhere.json", 2, "nowhere.json is not there."],
    ["empty.mjs", 2, "empty.mjs exports no theme."],
    ["throws.mjs", 2, "throws.mjs could not be loaded (no such brand)."],
    ["theme.yaml", 2, "theme.yaml is of no kind that is read here."],
  ])("%s ends with %i and says why", async (name, code, words) => {
    const answer = await guardTheme("check", name);
    expect(answer.code).toBe(code);
    expect(answer.complained.startsWith(words), answer.complained).toBe(true);
    expect(answer.said).toBe("");
  });
});

describe("build", () => {
  test("writes the stylesheet of Design Tokens", async () => {
    const file = join(folder, "theme.css");
    expect(await guardTheme("build", "tokens.json", "-o", file, "--selector", ".acme")).toEqual({ code: 0, said: "", complained: "" });
    const css = readFileSync(file, "utf8");
    const roots = ":where([data-guard], [data-guard-page])";
    expect(css).toBe(`.acme {\n  --guard-accent: rgb(10 119 85);\n}\n:is(.acme)${roots}, :is(.acme) ${roots} {\n  --guard-shadow-card: none;\n}\n`);
  });

  test("says it without a file to write", async () => {
    expect((await guardTheme("build", "fine.json")).said).toBe("[data-guard], [data-guard-page] {\n  --guard-accent: light-dark(#0a7755, #5fd39b);\n}");
  });

  test("builds low contrast and tells it; what is no CSS it does not build", async () => {
    expect(await guardTheme("build", "seen-through.json")).toMatchObject({ code: 0, said: expect.stringContaining("#15181e10") as string, complained: expect.stringContaining("translucent") as string });
    expect(await guardTheme("build", "low.json")).toMatchObject({ code: 0, complained: expect.stringContaining("1.6:1") as string });
    expect(await guardTheme("build", "unknown.json", "-o", join(folder, "never.css"))).toMatchObject({ code: 1, said: "" });
    expect(() => readFileSync(join(folder, "never.css"))).toThrow("ENOENT");
  });

  test("tells what it can't write, and a selector that is none", async () => {
    expect(await guardTheme("build", "fine.json", "-o", join(folder, "no", "x.css"))).toMatchObject({ code: 2, complained: expect.stringContaining("no/x.css can't be written") as string });
    expect(await guardTheme("build", "fine.json", "--selector", "a {} b")).toMatchObject({ code: 2, complained: expect.stringContaining("more than a selector") as string });
  });
});

test.each([
  [["chek", "x.json"], 2, '"chek" is no command of guard-theme.'],
  [["check"], 2, "guard-theme check takes one file, and was given 0."],
  [["check", "a.json", "b.json"], 2, "guard-theme check takes one file, and was given 2."],
  [["check", "a.json", "--fast"], 2, "--fast"],
  [["--help"], 0, "guard-theme build <file>"],
])("%o ends with %i", async (args, code, words) => {
  const lines: string[] = [];
  expect(await run(args, { say: (text) => lines.push(text), complain: (text) => lines.push(text) })).toBe(code);
  expect(lines.join("\n")).toContain(words);
  expect(lines.join("\n")).toContain("guard-theme check <file>");
});

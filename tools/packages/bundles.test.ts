import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { locales } from "@guard/locales";
import type { Rolldown } from "vite";
import { describe, expect, inject, it } from "vitest";
import { bundle, firstChunks, laterChunks } from "./bundle.ts";
import { published } from "./published.ts";

const app = inject("app");
const isForNode = (name: string): boolean => name.endsWith("/node");
const names = published.flatMap(({ entries }) => Object.keys(entries));
const fileOf = (name: string, file: string): string => join(app, "node_modules", name, file);
const text = (name: string, file: string): string => readFileSync(fileOf(name, file), "utf8");

// The conformance suite is for a test run, and brings vitest.
const forPages = names.filter((name) => !isForNode(name) && name !== "@guard/contract/testing");

it.each(forPages)("%s asks nothing of Node when it is bundled for a page", async (name) => {
  expect((await bundle(app, `export * from "${name}";`)).node).toEqual([]);
});

it("notices a page's bundle that does ask something of Node", async () => {
  const { node } = await bundle(app, `import { readFileSync } from "node:fs"; export { readFileSync };`);
  expect(node).toEqual([expect.stringContaining("node:fs from")]);
});

const react = published.find(({ name }) => name === "@guard/react");
it.each(Object.entries(react?.entries ?? {}))('%s begins with "use client"', (_, entry) => {
  expect(text("@guard/react", entry.default)).toMatch(/^"use client";/);
});

describe("a page with <Guard>", () => {
  const page = bundle(app, `export { Guard } from "@guard/react";`);
  const modulesOf = (chunks: readonly Rolldown.OutputChunk[]): string[] => chunks.flatMap(({ modules }) => Object.keys(modules));

  it("has the password step, English and no react-query in its first chunk", async () => {
    const first = modulesOf(firstChunks((await page).output)).join("\n");
    expect(first).toContain("react/dist/first.js");
    expect(first).toContain("locales/dist/en-first.js");
    expect(first).not.toMatch(/tanstack|valibot|zh-CN|(ar|de)-(first|later)|settings-query|(?<!password)\.view\.js/);
  });

  it("loads its first form as one file and a crumb, so that no small one shares the line with the stylesheet", async () => {
    const { output } = await bundle(app, readFileSync(join(app, "src", "first-form.tsx"), "utf8"));
    const crumbs = firstChunks(output).filter(({ isEntry }) => !isEntry);
    expect(crumbs.length).toBeLessThanOrEqual(1);
    // Vite's own helper for import(), before compression.
    for (const { fileName, code } of crumbs) expect(code.length, fileName).toBeLessThan(2_000);
  });

  it.each(["verify.view", "bind.view", "locked.view", "closed.view", "expired.view", "done.view", "resume.view", "settings-query", "zh-CN-first", "zh-CN-later", "ar-first", "ar-later", "judge-words"])("loads %s in a chunk of its own", async (name) => {
    const own = laterChunks((await page).output).filter(({ moduleIds }) => moduleIds.some((id) => id.endsWith(`/${name}.js`)));
    expect(own).toHaveLength(1);
    expect(own[0]?.isDynamicEntry).toBe(true);
  });
});

it("gives a page that uses one hook nothing of the first form beside it", async () => {
  const { output } = await bundle(app, `export { useSecondsUntil } from "@guard/react";`, { external: (id) => id.startsWith("react") });
  expect(output).toHaveLength(1);
  expect(firstChunks(output)[0]?.code.length).toBeLessThan(2_500);
});

it("loads nothing of the personal centre for a page with <Guard>, first or later", async () => {
  const { output } = await bundle(app, `export { Guard } from "@guard/react";`);
  const modules = output.flatMap((one) => (one.type === "chunk" ? one.moduleIds : [])).join("\n");
  expect(modules).toContain("react/dist/first.js");
  expect(modules).not.toMatch(/\/center[./]/);
});

it("loads each language of the personal centre in a chunk of its own", async () => {
  const { output } = await bundle(app, `export { SecurityCenter } from "@guard/react/center";`);
  for (const locale of locales.filter((tag) => tag !== "en")) {
    expect(laterChunks(output).filter(({ moduleIds }) => moduleIds.some((id) => id.endsWith(`/center/${locale}.js`))), locale).toHaveLength(1);
  }
});

describe("a page with createTheme()", () => {
  const modules = async (source: string): Promise<string> => {
    const { output } = await bundle(app, source);
    return output.flatMap((one) => (one.type === "chunk" ? Object.keys(one.modules) : [])).join("\n");
  };

  it("carries no report, no colour library and no list of tokens in production", async () => {
    const found = await modules(`import { createTheme } from "@guard/theme"; console.log(createTheme({ accent: "#0a7755" }).vars);`);
    expect(found).toContain("theme-vars.js");
    expect(found).not.toMatch(/colord|report\.js|cascade\.js|design-tokens\.js|tokens\.js|presets/);
  });

  it("carries them when it asks", async () => {
    const found = await modules(`import { createTheme } from "@guard/theme/studio"; console.log(createTheme({ accent: "#0a7755" }).report);`);
    expect(found).toMatch(/colord[^]*report\.js|report\.js[^]*colord/);
  });
});

describe("the stylesheets", () => {
  const [plain, layered] = ["styles.css", "styles.layer.css"].map((file) => text("@guard/theme", join("dist", file)));

  it("are whole files: they import nothing", () => {
    for (const css of [plain, layered]) expect(css).not.toContain("@import");
  });

  it("keep light-dark(), which a lowering build would tie to our own color-scheme", () => {
    for (const css of [plain, layered]) {
      expect(css?.match(/light-dark\(/g)?.length).toBeGreaterThan(30);
      expect(css).not.toContain("--lightningcss");
    }
  });

  it("differ by the layer alone", () => {
    expect(plain).not.toContain("@layer");
    expect(layered).toBe(`@layer guard{${plain}}`);
  });
});

it("the page's server finds SQLite's WebAssembly beside it", () => {
  expect(text("@guard/mock-server", "dist/browser/wasm-url.js")).toContain('new URL("./sql-wasm.wasm", import.meta.url)');
  expect(existsSync(fileOf("@guard/mock-server", "dist/browser/sql-wasm.wasm"))).toBe(true);
});

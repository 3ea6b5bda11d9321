import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";

const root = join(import.meta.dirname, "..", "..", "..");
// Below this package, so that the examples find what a product team would have installed.
const folder = join(import.meta.dirname, "..", "node_modules", `.readme-${process.pid}`);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("shows examples in the README that compile as they stand", { timeout: 30_000 }, () => {
  const blocks = [...readFileSync(join(root, "README.md"), "utf8").matchAll(/```tsx\n([\s\S]*?)```/g)].map(([, code = ""]) => code);
  expect(blocks.length).toBeGreaterThanOrEqual(2);
  expect(blocks[0]?.trim().split("\n").length).toBeLessThanOrEqual(16);
  mkdirSync(folder, { recursive: true });
  for (const [index, code] of blocks.entries()) writeFileSync(join(folder, `example-${index}.tsx`), code);
  const options = { extends: join(root, "tsconfig.base.json"), compilerOptions: { lib: ["es2023", "dom"], types: ["vite/client"] }, include: ["*.tsx"] };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(options));
  const { stdout } = spawnSync(join(root, "node_modules", ".bin", "tsc"), ["-p", join(folder, "tsconfig.json")], { encoding: "utf8" });
  expect(stdout).toBe("");
});

it("names every command that it tells people to type", () => {
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: Record<string, string> };
  const named = [...readFileSync(join(root, "README.md"), "utf8").matchAll(/npm (?:run )?(start|test|dev|storybook|check)\b/g)].map(([, name = ""]) => name);
  expect(named.length).toBeGreaterThan(4);
  for (const name of named) expect(scripts).toHaveProperty(name);
});
